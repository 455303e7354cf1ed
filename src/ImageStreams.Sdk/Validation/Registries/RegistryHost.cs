using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>The host and port of a registry, from a pull spec and the security of the connection.</summary>
internal readonly record struct RegistryHost(string Host, string Port)
{
    /// <summary>Determines host and port of a registry.</summary>
    /// <param name="registry">The registry in the pull spec; empty means Docker Hub.</param>
    /// <param name="security">Determines the default port; with <c>Any</c> the port stays empty.</param>
    public static RegistryHost FromRegistry(string registry, RegistrySecurity security) => security switch
    {
        RegistrySecurity.Any => AsWritten(registry),
        _ => Assumed(registry, security is RegistrySecurity.Insecure),
    };

    /// <summary>Determines whether a pattern matches this registry; Docker Hub's hosts also match by its short name.</summary>
    public bool IsCoveredBy(RegistryPattern pattern) =>
        (Host is DockerHub.Index or DockerHub.RegistryV2 && pattern.Matches(DockerHub.Registry, Port))
        || pattern.Matches(Host, Port);

    /// <summary>Returns <c>host:port</c>, or the host alone.</summary>
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
