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
        Verbs = [ResourceVerbs.Create, ResourceVerbs.Delete, ResourceVerbs.Get, ResourceVerbs.List, ResourceVerbs.Watch],
        Columns = [Phase, Age],
    };

    public static ResourceDefinition Projects { get; } = new()
    {
        Group = ProjectGroup,
        Version = "v1",
        Plural = "projects",
        Singular = "project",
        Kind = "Project",
        IsNamespaced = false,
        Verbs = [ResourceVerbs.Delete, ResourceVerbs.Get, ResourceVerbs.List],
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

    private static ResourceColumn Phase => new()
    {
        Name = "Status",
        Description = "Active, or Terminating for one that is being deleted.",
        Read = static (value, _) =>
            value.TryGetProperty("status", out var status) && status.TryGetProperty("phase", out var phase) ? phase.GetString() : null,
    };

    private static ResourceColumn Age => new()
    {
        Name = "Age",
        Description = "The time since the creation.",
        Read = static (value, now) =>
            value.GetProperty("metadata").TryGetProperty("creationTimestamp", out var time) && time.TryGetDateTimeOffset(out var created)
                ? AgeText.Format(now - created)
                : null,
    };
}
