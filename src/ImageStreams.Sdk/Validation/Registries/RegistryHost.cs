using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Where a registry listens, as far as a pull spec and the transport tell.</summary>
internal readonly record struct RegistryHost(string Host, string Port)
{
    /// <summary>The host and port that a registry's name means.</summary>
    /// <param name="registry">The name as a pull spec has it; empty means Docker Hub.</param>
    /// <param name="security">What decides the port where none is named; under <c>Any</c> it stays empty.</param>
    public static RegistryHost FromRegistry(string registry, RegistrySecurity security) => security switch
    {
        RegistrySecurity.Any => AsWritten(registry),
        _ => Assumed(registry, security is RegistrySecurity.Insecure),
    };

    /// <summary>Whether a pattern means this registry; Docker Hub's hosts are also known by its short name.</summary>
    public bool IsCoveredBy(RegistryPattern pattern) =>
        (Host is DockerHub.Index or DockerHub.RegistryV2 && pattern.Matches(DockerHub.Registry, Port))
        || pattern.Matches(Host, Port);

    /// <summary>As <c>host:port</c>, or the host alone.</summary>
    public override string ToString() => Port.Length == 0 ? Host : $"{Host}:{Port}";

    private static RegistryHost AsWritten(string registry)
    {
        var split = RegistryHostPort.Split(registry);
        var written = split.Port.Length == 0 ? new RegistryHost(registry, "") : new RegistryHost(split.Host, split.Port);
        return written.Host.Length == 0 ? written with { Host = Assumed(registry, insecure: false).Host } : written;
    }

    private static RegistryHost Assumed(string registry, bool insecure)
    {
        var assumed = ImageReference.FromParts(registry, "", "").GetRegistryHostPort(insecure);
        return new RegistryHost(assumed.Host, assumed.Port);
    }
}
