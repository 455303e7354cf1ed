using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of namespaces and projects.</summary>
internal static class NamespaceDefinitions
{
    public const string ProjectGroup = "project.openshift.io";

    public static ResourceDefinition Namespaces { get; } = new()
    {
        Group = "",
        Version = "v1",
        Plural = NamespaceDirectory.Resource,
        Singular = "namespace",
        Kind = "Namespace",
        IsNamespaced = false,
        ShortNames = ["ns"],
        Verbs =
        [
            ResourceVerbs.Create,
            ResourceVerbs.Delete,
            ResourceVerbs.Get,
            ResourceVerbs.List,
            ResourceVerbs.Patch,
            ResourceVerbs.Update,
            ResourceVerbs.Watch,
        ],
        Subresources =
        [
            new SubresourceDefinition
            {
                Name = "status",
                Kind = "Namespace",
                Verbs = [ResourceVerbs.Get, ResourceVerbs.Patch, ResourceVerbs.Update],
            },
            new SubresourceDefinition { Name = NamespaceRules.Finalize, Kind = "Namespace", Verbs = [ResourceVerbs.Update] },
        ],
        Columns = [Phase, ObjectColumns.Age()],
    };

    /// <summary>Namespaces as they are kept.</summary>
    public static ObjectKind NamespaceKind { get; } = new()
    {
        Definition = Namespaces,
        Schema = ClusterSchemas.Find("", "v1", "Namespace"),
        CountsGenerations = false,
        SelectableFields = ["status.phase"],
        Rules = new NamespaceRules(),
    };

    public static ResourceDefinition Projects { get; } = new()
    {
        Group = ProjectGroup,
        Version = "v1",
        Plural = "projects",
        Singular = "project",
        Kind = "Project",
        IsNamespaced = false,
        Verbs =
        [
            ResourceVerbs.Delete, ResourceVerbs.Get, ResourceVerbs.List, ResourceVerbs.Patch, ResourceVerbs.Update, ResourceVerbs.Watch,
        ],
        Columns = [Phase],
    };

    public static ResourceDefinition ProjectRequests { get; } = new()
    {
        Group = ProjectGroup,
        Version = "v1",
        Plural = "projectrequests",
        Singular = "projectrequest",
        Kind = "ProjectRequest",
        IsNamespaced = false,
        Verbs = [ResourceVerbs.Create],
    };

    private static ResourceColumn Phase => ObjectColumns.Text("Status", "status", "phase") with
    {
        Description = "Active, or Terminating for one that is being deleted.",
    };
}
