using System.Net.Http.Headers;
using System.Text;

namespace ImageStreams.Registries;

/// <summary>The header that authorizes a request, and the secrets that must not appear in exceptions.</summary>
internal sealed class Authorization
{
    private readonly SecretScrubber _secrets;

    private Authorization(AuthenticationHeaderValue? header, params IEnumerable<string> secrets)
    {
        Header = header;
        _secrets = new SecretScrubber(secrets.Prepend(header?.Parameter ?? ""));
    }

    public AuthenticationHeaderValue? Header { get; }

    public static Authorization Basic(RegistryCredential.Login login) =>
        new(new AuthenticationHeaderValue("Basic", Pack(login)), login.Password);

    /// <summary>Creates the authorization of a token, with the secrets that it was fetched with.</summary>
    public static Authorization Bearer(string token, RegistryCredential? credential = null) =>
        new(new AuthenticationHeaderValue("Bearer", token), GetSecrets(credential));

    /// <summary>Creates an authorization without a header, for a secret that is posted to a token server in a
    /// form.</summary>
    public static Authorization Posted(RegistryCredential.IdentityToken credential) => new(null, credential.Token);

    public bool IsSameAs(Authorization? other) => other is not null && Equals(Header, other.Header);

    /// <summary>Blanks out the secrets in the text of a registry, which may echo them.</summary>
    public string Scrub(string text) => _secrets.Scrub(text);

    public override string ToString() => $"{Header?.Scheme} {SecretScrubber.Blank}";

    private static string Pack(RegistryCredential.Login login) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.UserName}:{login.Password}"));

    private static string[] GetSecrets(RegistryCredential? credential) => credential switch
    {
        RegistryCredential.Login login => [login.Password, Pack(login)],
        RegistryCredential.IdentityToken identity => [identity.Token],
        _ => [],
    };
}
