using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Rights as texts such as <c>patch deployments.apps</c>: those of rules, and those that requests used.</summary>
internal static class UsedRights
{
    /// <summary>The rights that a role gives.</summary>
    public static IEnumerable<string> FindGiven(JsonNode role) =>
        from rule in role["rules"]!.AsArray()
        from resource in rule!["resources"]!.AsArray()
        from verb in rule["verbs"]!.AsArray()
        select $"{verb} {resource}.{rule["apiGroups"]![0]}";

    /// <summary>The right that a request needs; null for one that is not about objects.</summary>
    public static string? FindNeeded(ClusterRequest request)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] != "apis" || parts.Length < 4)
        {
            return null;
        }

        var place = parts[3] == "namespaces" ? parts[5..] : parts[3..];
        var resource = place.Length == 3 ? $"{place[0]}/{place[2]}" : place[0];
        return $"{FindVerb(request, isNamed: place.Length > 1)} {resource}.{parts[1]}";
    }

    private static string FindVerb(ClusterRequest request, bool isNamed) => request.Method switch
    {
        "GET" when isNamed => "get",
        "GET" => request.IsWatch ? "watch" : "list",
        "POST" => "create",
        "PUT" => "update",
        _ => request.Method.ToLowerInvariant(),
    };
}
