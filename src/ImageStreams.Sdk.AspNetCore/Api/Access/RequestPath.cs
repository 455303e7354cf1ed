using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the path of a request about a resource.</summary>
internal static class RequestPath
{
    private const string Watch = "watch";
    private const string Proxy = "proxy";
    private const string Namespaces = "namespaces";

    /// <summary>Reads group and version; false for a path that is about no resource.</summary>
    public static bool TryReadGroup(string[] parts, out string group, out string version, out ReadOnlySpan<string> rest)
    {
        var isCore = parts is ["api", ..];
        var start = isCore ? 2 : 3;
        var isResource = (isCore || parts is ["apis", ..]) && parts.Length > start;
        group = isResource && !isCore ? parts[1] : "";
        version = isResource ? parts[start - 1] : "";
        rest = isResource ? parts.AsSpan(start) : [];
        return isResource;
    }

    /// <summary>Reads what follows the version.</summary>
    public static ApiRequestInfo ReadResource(HttpRequest request, ReadOnlySpan<string> parts)
    {
        var verb = GetVerb(request.Method);
        if (parts is [Watch or Proxy, _, ..])
        {
            verb = parts[0];
            parts = parts[1..];
        }

        var ns = parts is [Namespaces, _, ..] ? parts[1] : "";
        if (parts is [Namespaces, _, not ("status" or "finalize"), ..])
        {
            parts = parts[2..];
        }

        return Refine(request, verb, new ApiRequestInfo
        {
            Verb = verb,
            Path = "",
            Namespace = ns,
            Resource = parts[0],
            Name = parts.Length > 1 ? parts[1] : "",
            Subresource = parts.Length > 2 && verb is not (Watch or Proxy) ? parts[2] : "",
        });
    }

    /// <summary>Tells a collection from an object: its verbs are others.</summary>
    private static ApiRequestInfo Refine(HttpRequest request, string verb, ApiRequestInfo info) => (info.Name.Length, verb) switch
    {
        (0, "get") => info with
        {
            Verb = ListQueries.IsWatch(request.Query) ? Watch : "list",
            Name = NameSelector.Find(new QueryValues(request.Query).Text("fieldSelector")),
        },
        (0, "delete") => info with { Verb = "deletecollection" },
        _ => info,
    };

    private static string GetVerb(string method) => method switch
    {
        "POST" => "create",
        "GET" or "HEAD" => "get",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "",
    };
}
