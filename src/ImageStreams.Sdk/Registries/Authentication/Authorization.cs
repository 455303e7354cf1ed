using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;

namespace ImageStreams.Registries;

/// <summary>The header that authorizes a request, and the secrets that must not appear in exceptions.</summary>
internal sealed class Authorization
{
    private const string Redacted = "***";
    private readonly string[] _secrets;

    private Authorization(AuthenticationHeaderValue? header, params string[] secrets)
    {
        Header = header;
        _secrets = [.. secrets.Prepend(header?.Parameter ?? "").Where(secret => secret.Length > 0)];
    }

    public AuthenticationHeaderValue? Header { get; }

    public static Authorization Basic(RegistryCredential.Login login)
    {
        var pair = Encoding.UTF8.GetBytes($"{login.UserName}:{login.Password}");
        return new Authorization(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair)), login.Password);
    }

    /// <summary>Creates the authorization of a token, with the secret that it was fetched with.</summary>
    public static Authorization Bearer(string token, RegistryCredential? credential = null) =>
        new(new AuthenticationHeaderValue("Bearer", token), GetSecret(credential));

    /// <summary>Creates an authorization without a header, for a secret that is posted to a token server in a
    /// form.</summary>
    public static Authorization Posted(RegistryCredential.IdentityToken credential) => new(null, credential.Token);

    public bool IsSameAs(Authorization? other) => other is not null && Equals(Header, other.Header);

    /// <summary>Blanks out the secrets in the text of a registry, which may echo them.</summary>
    public string Scrub(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Redacted, StringComparison.Ordinal);
            foreach (var escaped in GetEscapedForms(secret))
            {
                text = text.Replace(escaped, Redacted, StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }

    public override string ToString() => $"{Header?.Scheme} {Redacted}";

    /// <summary>Returns the forms of a secret in JSON and in URLs; the case of hexadecimal digits may differ.</summary>
    private static IEnumerable<string> GetEscapedForms(string secret)
    {
        string[] forms =
        [
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            Uri.EscapeDataString(secret),
        ];
        return forms.Where(form => form != secret);
    }

    private static string GetSecret(RegistryCredential? credential) => credential switch
    {
        RegistryCredential.Login login => login.Password,
        RegistryCredential.IdentityToken identity => identity.Token,
        _ => "",
    };
}
