using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tool;

/// <summary>The certificate with which a server shows who it is, and the token of those who may ask it.</summary>
internal sealed class ServedIdentity : IDisposable
{
    private ServedIdentity(X509Certificate2 certificate, X509Certificate2Collection chain, string token)
    {
        Certificate = certificate;
        Chain = chain;
        Token = token;
    }

    /// <summary>The certificate, with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificates of the authorities, without private keys.</summary>
    public X509Certificate2Collection Chain { get; }

    /// <summary>The token of the administrator.</summary>
    public string Token { get; }

    /// <summary>Reads the certificate and the token, or makes them.</summary>
    /// <exception cref="ToolException">A file has something else.</exception>
    public static async Task<ServedIdentity> CreateAsync(ServeSettings settings, CancellationToken cancellationToken)
    {
        var token = settings.TokenFile is { } file
            ? await ServeSecrets.ReadAsync(file, cancellationToken).ConfigureAwait(false)
            : ServeSecrets.Create();
        return settings.CertificateFile is null ? Make(settings.Listen, token) : Load(settings, token);
    }

    /// <summary>Creates the file for clients.</summary>
    public Kubeconfig CreateKubeconfig(string server, string ns) => new()
    {
        Server = server,
        Authorities = Chain.ExportCertificatePems() is { Length: > 0 } pem ? pem : null,
        Token = Token,
        Namespace = ns,
    };

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var authority in Chain)
        {
            authority.Dispose();
        }
    }

    private static ServedIdentity Make(ListenAddress listen, string token)
    {
#pragma warning disable CA2000 // The identity disposes of both.
        var made = LoopbackCertificate.Create("imagestreams", [listen.Address], [Environment.MachineName]);
#pragma warning restore CA2000
        return new ServedIdentity(made.Server, [made.Authority], token);
    }

    private static ServedIdentity Load(ServeSettings settings, string token)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPemFile(settings.CertificateFile!, settings.KeyFile);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(settings.CertificateFile!);
            return new ServedIdentity(LoopbackCertificate.Reload(pair), chain, token);
        }
        catch (CryptographicException e)
        {
            throw ToolException.Failed($"{settings.CertificateFile} and {settings.KeyFile} are no certificate and its key: {e.Message}", e);
        }
    }
}
