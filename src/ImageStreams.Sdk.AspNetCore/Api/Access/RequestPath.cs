using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the path of a request about a resource.</summary>
internal static class RequestPath
{
    private const string Watch = "watch";
    private const string Proxy = "proxy";
    private const string Namespaces = "namespaces";
    private const string NameField = "metadata.name";

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
        (0, "get") => info with { Verb = IsWatch(request.Query) ? Watch : "list", Name = FindName(request.Query) },
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

    private static bool IsWatch(IQueryCollection query) =>
        query[Watch] is [var value, ..] && value is not (null or "0" or "false" or "False" or "FALSE" or "f" or "F");

    /// <summary>Finds the name that a field selector requires: a list of one object needs the right to that object only.</summary>
    private static string FindName(IQueryCollection query)
    {
        foreach (var term in (query["fieldSelector"].ToString() ?? "").Split(','))
        {
            var equals = term.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? "" : term[(equals + 1)..].TrimStart('=');
            if (equals > 0 && term[..equals].Trim() == NameField && IsName(value))
            {
                return value;
            }
        }

        return "";
    }

    private static bool IsName(string value) => value.Length > 0 && value is not ("." or "..") && value.AsSpan().IndexOfAny('/', '%') < 0;
}
