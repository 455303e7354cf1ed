namespace ImageStreams.References;

public sealed partial class ImageReference
{
    /// <summary>Replaces the registry.</summary>
    /// <param name="registry">Host and port, not validated; empty removes the registry.</param>
    /// <returns>The changed reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    public ImageReference WithRegistry(string registry) => FromParts(registry, Namespace, Name, Tag, Id);

    /// <summary>Replaces the namespace.</summary>
    /// <param name="ns">The namespace, not validated; empty removes it.</param>
    /// <returns>The changed reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> is null.</exception>
    public ImageReference WithNamespace(string ns) => FromParts(Registry, ns, Name, Tag, Id);

    /// <summary>Replaces the tag and keeps the id.</summary>
    /// <param name="tag">The tag, not validated; empty removes it.</param>
    /// <returns>The changed reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public ImageReference WithTag(string tag) => FromParts(Registry, Namespace, Name, tag, Id);

    /// <summary>Replaces the id and keeps the tag.</summary>
    /// <param name="id">A digest or another id, not validated; empty removes it.</param>
    /// <returns>The changed reference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public ImageReference WithId(string id) => FromParts(Registry, Namespace, Name, Tag, id);

    /// <summary>
    /// Fills in the defaults of a Docker client: <c>docker.io</c>, <c>library</c> on Docker Hub, and <c>latest</c>.
    /// </summary>
    /// <remarks>As in OpenShift, the default tag is set even when there is an id.</remarks>
    /// <returns>The complete reference.</returns>
    public ImageReference ToDockerClientDefaults()
    {
        var registry = Registry.Length == 0 ? DockerHub.Registry : Registry;
        var ns = Namespace.Length == 0 && DockerHub.IsRegistry(registry) ? DockerHub.LibraryNamespace : Namespace;
        return With(registry, ns, tag: Tag.Length == 0 ? DockerHub.LatestTag : Tag);
    }

    /// <summary>Removes the tag when it is <c>latest</c>.</summary>
    /// <returns>The shorter reference.</returns>
    public ImageReference ToMinimal() => With(tag: Tag == DockerHub.LatestTag ? "" : Tag);

    /// <summary>
    /// Returns the form in which a Docker daemon lists it: <c>docker.io</c>, without <c>library</c> and <c>latest</c>.
    /// </summary>
    /// <returns>The shorter reference.</returns>
    public ImageReference ToDaemonMinimal()
    {
        var ns = IsDockerHub && Namespace == DockerHub.LibraryNamespace ? "" : Namespace;
        return With(registry: IsDockerHub ? DockerHub.Registry : Registry, ns).ToMinimal();
    }

    /// <summary>Removes tag and id.</summary>
    /// <returns>The repository of the image.</returns>
    public ImageReference ToRepository() => With(tag: "", id: "");

    /// <summary>Replaces Docker Hub's shorter names with the host that speaks the registry protocol.</summary>
    /// <returns>The reference to use in requests to a registry.</returns>
    public ImageReference ToV2() =>
        With(registry: Registry is DockerHub.Registry or DockerHub.Index ? DockerHub.RegistryV2 : Registry);

    /// <summary>Keeps only what selects the image: a digest without its tag, else the tag.</summary>
    /// <remarks>
    /// An id that is not a digest becomes the tag when there is none, and is kept with an existing tag.
    /// </remarks>
    /// <returns>The more specific reference.</returns>
    public ImageReference ToMostSpecific() => this switch
    {
        { Id: "" } => this,
        { HasDigest: true } => With(tag: ""),
        { Tag: "" } => With(tag: Id, id: ""),
        _ => this,
    };

    /// <summary>Gets the registry's host and port; Docker Hub's when the reference has no registry.</summary>
    internal RegistryHostPort GetRegistryHostPort(bool insecure = false)
    {
        var registry = ToV2().ToDockerClientDefaults().Registry;
        var defaultPort = insecure ? "80" : "443";
        return registry.Contains(':', StringComparison.Ordinal)
            ? RegistryHostPort.Split(registry)
            : new RegistryHostPort { Host = registry, Port = defaultPort };
    }

    /// <summary>Returns <c>https://host</c>, escaped as by Go's <c>net/url</c>; <c>https:</c> without a registry.</summary>
    internal string ToRegistryAddress()
    {
        var host = ToV2().Registry;
        return host.Length == 0 ? "https:" : "https://" + HostEscaping.Escape(host);
    }

    private ImageReference With(string? registry = null, string? ns = null, string? tag = null, string? id = null) =>
        FromParts(registry ?? Registry, ns ?? Namespace, Name, tag ?? Tag, id ?? Id);
}
