using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>The queries of requests.</summary>
internal static class ResourceQueries
{
    private const string All = "All";

    public static string List(string path, ListOptions? options)
    {
        var query = new QueryText(path);
        if (options is null)
        {
            return path;
        }

        return query
            .Add("labelSelector", options.LabelSelector)
            .Add("fieldSelector", options.FieldSelector)
            .Add("limit", options.Limit)
            .Add("continue", options.Continue)
            .Add("resourceVersion", options.ResourceVersion)
            .Add("resourceVersionMatch", options.ResourceVersionMatch?.ToString())
            .ToString();
    }

    // An apply has to name its manager: the server refuses it otherwise.
    public static string Write(string path, WriteOptions? options, bool isApply = false)
    {
        options ??= new WriteOptions();
        var query = new QueryText(path)
            .Add("dryRun", options.DryRun ? All : null)
            .Add("fieldManager", options.FieldManager ?? (isApply ? null : WriteOptions.DefaultFieldManager));
        if (options.FieldValidation != FieldValidation.Warn)
        {
            query.Add("fieldValidation", options.FieldValidation.ToString());
        }

        return (isApply ? query.Add("force", options.Force) : query).ToString();
    }

    public static string Watch(string path, WatchOptions options, string? version, long timeoutSeconds)
    {
        var query = new QueryText(path)
            .Add("watch", value: true)
            .Add("labelSelector", options.LabelSelector)
            .Add("fieldSelector", options.FieldSelector)
            .Add("timeoutSeconds", timeoutSeconds)
            .Add("allowWatchBookmarks", value: true);
        return version is null
            ? query.Add("sendInitialEvents", value: true).Add("resourceVersionMatch", "NotOlderThan").Add("resourceVersion", options.ResourceVersion).ToString()
            : query.Add("resourceVersion", version).ToString();
    }
}
