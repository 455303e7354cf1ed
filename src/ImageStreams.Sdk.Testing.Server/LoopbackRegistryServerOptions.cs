using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Testing.Server;

/// <summary>Options of a <see cref="LoopbackRegistryServer"/>: its port and its certificate.</summary>
/// <remarks>Read when the server starts; later changes have no effect.</remarks>
public sealed class LoopbackRegistryServerOptions
{
    /// <summary>The TCP port on 127.0.0.1, from 0 to 65,535; 0, the default, for a free one.</summary>
    public int Port { get; set; }

    /// <summary>The certificate of the server, with its private key; null, the default, for plain HTTP.</summary>
    /// <remarks>The caller disposes of it after the server.</remarks>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Gets or sets a value indicating whether the server has a certificate for 127.0.0.1 and localhost from an
    /// authority of its own, which clients can trust: <see cref="LoopbackRegistryServer.Authority"/>. False by default.</summary>
    public bool UseTls { get; set; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        if (Certificate is { HasPrivateKey: false })
        {
            throw new ArgumentException("The certificate of a server must have its private key.", nameof(Certificate));
        }

        if (UseTls && Certificate is not null)
        {
            throw new ArgumentException("A server has either a certificate of its own authority or another one.", nameof(UseTls));
        }
    }
}
