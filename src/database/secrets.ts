/** Replaces a password, as it is and as a URL has it, in what others have written. One of two characters would take words apart. */
export function withoutPassword(text: string, password: string | undefined): string {
  if (password === undefined || password.length < 3) return text;
  const forms = [password, encodeURIComponent(password), encodeURI(password), JSON.stringify(password).slice(1, -1)];
  return forms.reduce((scrubbed, form) => scrubbed.replaceAll(form, '***'), text);
}
