using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>Signs tokens according to distribution's token specification: a JWT with the granted access.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Name = "integration-tests";
    public const string Service = "docker-registry";

    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TokenIssuer() => _certificate =
        new CertificateRequest($"CN={Name}", _key, HashAlgorithmName.SHA256).CreateSelfSigned(From, Until);

    /// <summary>The certificate that the registry has to trust, as PEM.</summary>
    public string CertificatePem => _certificate.ExportCertificatePem();

    /// <summary>A token for scopes such as <c>repository:team/app:pull,push</c>.</summary>
    public string Issue(IEnumerable<string> scopes, TimeSpan lifetime)
    {
        var header = new JsonObject
        {
            ["typ"] = "JWT",
            ["alg"] = "ES256",
            ["x5c"] = new JsonArray(Convert.ToBase64String(_certificate.RawData)),
        };
        var content = $"{Encode(header)}.{Encode(Claims(scopes, DateTimeOffset.UtcNow, lifetime))}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static JsonObject Claims(IEnumerable<string> scopes, DateTimeOffset now, TimeSpan lifetime) => new()
    {
        ["iss"] = Name,
        ["sub"] = "user",
        ["aud"] = Service,
        ["nbf"] = now.AddHours(-1).ToUnixTimeSeconds(),
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.Add(lifetime).ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString("N"),
        ["access"] = new JsonArray([.. scopes.Select(Access)]),
    };

    private static JsonObject Access(string scope)
    {
        var parts = scope.Split(':');
        return new JsonObject
        {
            ["type"] = parts[0],
            ["name"] = parts[1],
            ["actions"] = new JsonArray([.. parts[2].Split(',').Select(action => JsonValue.Create(action))]),
        };
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
