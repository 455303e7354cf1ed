namespace ImageStreams.Workspaces;

/// <summary>Options of an <see cref="ImageStreamWorkspace"/>; read when it is created.</summary>
public sealed class WorkspaceOptions
{
    /// <summary>The host and port of the integrated registry of OpenShift 4.</summary>
    public const string DefaultRegistryHostname = "image-registry.openshift-image-registry.svc:5000";

    /// <summary>The assumptions; none by default. Objects from files need both: they have no status.</summary>
    public WorkspaceAssumptions Assumptions { get; set; }

    /// <summary>
    /// The host and port of the integrated registry, <see cref="DefaultRegistryHostname"/> by default; empty when there is none.
    /// </summary>
    public string InternalRegistryHostname { get; set; } = DefaultRegistryHostname;

    /// <summary>The codes of the doctor's rules that are not reported; empty by default.</summary>
    public IList<string> Silenced { get; } = new List<string>();
}
