namespace ImageStreams.References;

public sealed partial class ImageReference
{
    /// <summary>The same reference with another registry; empty removes it.</summary>
    /// <param name="registry">Host and port, not checked.</param>
    /// <returns>The changed reference.</returns>
    public ImageReference WithRegistry(string registry) => FromParts(registry, Namespace, Name, Tag, Id);

    /// <summary>The same reference with another namespace; empty removes it.</summary>
    /// <param name="ns">The namespace, not checked.</param>
    /// <returns>The changed reference.</returns>
    public ImageReference WithNamespace(string ns) => FromParts(Registry, ns, Name, Tag, Id);

    /// <summary>The same reference with another tag; empty removes it. The id stays.</summary>
    /// <param name="tag">The tag, not checked.</param>
    /// <returns>The changed reference.</returns>
    public ImageReference WithTag(string tag) => FromParts(Registry, Namespace, Name, tag, Id);

    /// <summary>The same reference with another id; empty removes it. The tag stays.</summary>
    /// <param name="id">A digest or another id, not checked.</param>
    /// <returns>The changed reference.</returns>
    public ImageReference WithId(string id) => FromParts(Registry, Namespace, Name, Tag, id);

    /// <summary>
    /// With all that a Docker client assumes: <c>docker.io</c>, <c>library</c> there, and <c>latest</c>.
    /// </summary>
    /// <remarks>The tag is assumed even when there is an id, as OpenShift does.</remarks>
    /// <returns>The reference with nothing left to assume.</returns>
    public ImageReference ToDockerClientDefaults()
    {
        var registry = Registry.Length == 0 ? DockerHub.Registry : Registry;
        var ns = Namespace.Length == 0 && DockerHub.IsRegistry(registry) ? DockerHub.LibraryNamespace : Namespace;
        return With(registry, ns, tag: Tag.Length == 0 ? DockerHub.LatestTag : Tag);
    }

    /// <summary>Without the tag where it is <c>latest</c>.</summary>
    /// <returns>The shorter reference.</returns>
    public ImageReference ToMinimal() => With(tag: Tag == DockerHub.LatestTag ? "" : Tag);

    /// <summary>
    /// As a Docker daemon lists it: Docker Hub under its short name, without <c>library</c> and <c>latest</c>.
    /// </summary>
    /// <returns>The shorter reference.</returns>
    public ImageReference ToDaemonMinimal()
    {
        var ns = IsDockerHub && Namespace == DockerHub.LibraryNamespace ? "" : Namespace;
        return With(registry: IsDockerHub ? DockerHub.Registry : Registry, ns).ToMinimal();
    }

    /// <summary>Without tag and id.</summary>
    /// <returns>The repository the image is in.</returns>
    public ImageReference ToRepository() => With(tag: "", id: "");

    /// <summary>With the host that speaks the registry protocol where Docker Hub's shorter names stand.</summary>
    /// <returns>The reference to talk to a registry with.</returns>
    public ImageReference ToV2() =>
        With(registry: Registry is DockerHub.Registry or DockerHub.Index ? DockerHub.RegistryV2 : Registry);

    /// <summary>With the one thing that selects the image: a digest without its tag, else the tag.</summary>
    /// <remarks>
    /// An id that is no digest becomes the tag where there is none, and stays beside one that is there.
    /// </remarks>
    /// <returns>The more specific reference.</returns>
    public ImageReference ToMostSpecific() => this switch
    {
        { Id: "" } => this,
        { HasDigest: true } => With(tag: ""),
        { Tag: "" } => With(tag: Id, id: ""),
        _ => this,
    };

    /// <summary>The host and port of the registry, Docker Hub's where none is named.</summary>
    /// <param name="insecure">Whether plain HTTP is spoken, so that 80 is assumed instead of 443.</param>
    /// <returns>Host and port; both empty when the registry contains a colon but is not <c>host:port</c>.</returns>
    public RegistryHostPort GetRegistryHostPort(bool insecure = false)
    {
        var registry = ToV2().ToDockerClientDefaults().Registry;
        return registry.Contains(':', StringComparison.Ordinal)
            ? RegistryHostPort.Split(registry)
            : new RegistryHostPort { Host = registry, Port = insecure ? "80" : "443" };
    }

    /// <summary>
    /// The registry as <c>https://host</c>, escaped as Go's <c>net/url</c> does; Docker Hub under its V2 name.
    /// </summary>
    /// <returns>The address, or <c>https:</c> alone when no registry is named: nothing is assumed here.</returns>
    public string ToRegistryAddress()
    {
        var host = ToV2().Registry;
        return host.Length == 0 ? "https:" : "https://" + HostEscaping.Escape(host);
    }

    private ImageReference With(string? registry = null, string? ns = null, string? tag = null, string? id = null) =>
        FromParts(registry ?? Registry, ns ?? Namespace, Name, tag ?? Tag, id ?? Id);
}
