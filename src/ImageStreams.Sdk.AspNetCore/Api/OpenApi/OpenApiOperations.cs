namespace ImageStreams.AspNetCore;

/// <summary>The operations that verbs become.</summary>
internal static class OpenApiOperations
{
    private static readonly OpenApiParameter[] Writing =
    [
        new("dryRun", "string", "All to check a request without storing anything."),
        new("fieldManager", "string", "The name of the one who changes fields, for the owners of fields."),
        new("fieldValidation", "string", "Ignore, Warn or Strict: the answer to fields that are not known or occur twice."),
    ];

    private static readonly OpenApiParameter[] Selecting =
    [
        new("continue", "string", "The token of the next page of a list."),
        new("fieldSelector", "string", "The fields by which objects are selected."),
        new("labelSelector", "string", "The labels by which objects are selected."),
        new("limit", "integer", "The largest number of objects on a page."),
        new("resourceVersion", "string", "The version that a list or a watch begins with."),
        new("resourceVersionMatch", "string", "The way in which the version counts: Exact or NotOlderThan."),
    ];

    private static readonly OpenApiParameter[] Watching =
    [
        new("allowWatchBookmarks", "boolean", "True to get bookmarks."),
        new("sendInitialEvents", "boolean", "True to get all objects first, and a bookmark after them."),
        new("timeoutSeconds", "integer", "The time of a list or a watch in seconds."),
        new("watch", "boolean", "True to follow changes instead of listing."),
    ];

    private static readonly OpenApiParameter[] Deleting =
    [
        new("dryRun", "string", "All to check a request without storing anything."),
        new("gracePeriodSeconds", "integer", "The time before the deletion in seconds."),
        new("propagationPolicy", "string", "The way in which dependents are deleted."),
    ];

    private static readonly string[] AnyBody = ["*/*"];

    private static readonly string[] PatchBodies =
    [
        "application/apply-patch+yaml",
        "application/json-patch+json",
        "application/merge-patch+json",
        "application/strategic-merge-patch+json",
    ];

    /// <summary>Creates the operation of a verb; null for one that is a part of another.</summary>
    public static OpenApiOperation? Find(string verb) => verb switch
    {
        ResourceVerbs.Get => Create("get", "read", "get", []),
        ResourceVerbs.List => Create("get", "list", "list", [.. Selecting, .. Watching]) with { AnswersList = true },
        ResourceVerbs.Create => Create("post", "create", "post", Writing) with { BodyTypes = AnyBody },
        ResourceVerbs.Update => Create("put", "replace", "put", Writing) with { BodyTypes = AnyBody },
        ResourceVerbs.Patch => Create("patch", "patch", "patch", [.. Writing, new("force", "boolean", "True to take fields over from their owners.")])
            with { BodyTypes = PatchBodies },
        ResourceVerbs.Delete => Create("delete", "delete", "delete", Deleting),
        ResourceVerbs.DeleteCollection =>
            Create("delete", "deletecollection", "deletecollection", [.. Deleting, .. Selecting]),
        _ => null,
    };

    private static OpenApiOperation Create(string method, string action, string kubernetesAction, OpenApiParameter[] parameters) =>
        new() { Method = method, Action = action, KubernetesAction = kubernetesAction, Parameters = parameters };
}
