using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Finds the kinds beside those of the image API by the paths of requests.</summary>
internal static class HttpKinds
{
    /// <summary>The resource of namespaces, which are served beside the kinds of the fake cluster.</summary>
    public const string Namespaces = "namespaces";

    private const string Projects = "projects.project.openshift.io";
    private const string LimitRanges = "limitranges";

    /// <summary>Tests whether a request is about a kind that is served beside those of the image API.</summary>
    /// <param name="path">The path, with or without a query.</param>
    public static bool IsServed(string path) => FindResource(path) is Namespaces or Projects or LimitRanges || Find(path) is not null;

    /// <summary>Finds the kind of the fake cluster that a request is about; null if it has none.</summary>
    /// <param name="path">The path, with or without a query.</param>
    public static ClusterKind? Find(string path) => FindResource(path) is { } resource ? ClusterKinds.Find(resource) : null;

    /// <summary>Finds the resource of a path, such as <c>deployments.apps</c>; null if it names none.</summary>
    /// <param name="path">The path, with or without a query.</param>
    public static string? FindResource(string path)
    {
        var (group, rest) = Split(path.Split('?')[0].Trim('/').Split('/'));
        rest = rest is ["watch", ..] ? rest[1..] : rest;
        rest = rest is ["namespaces", _, _, ..] ? rest[2..] : rest;
        return rest switch
        {
            [] or [""] => null,
            [var plural, ..] when group.Length == 0 => plural,
            [var plural, ..] => $"{plural}.{group}",
        };
    }

    /// <summary>Finds the namespace of a path; null if it names none.</summary>
    /// <param name="path">The path, with or without a query.</param>
    public static string? FindNamespace(string path)
    {
        var (_, rest) = Split(path.Split('?')[0].Trim('/').Split('/'));
        return (rest is ["watch", ..] ? rest[1..] : rest) is ["namespaces", var ns, _, ..] ? ns : null;
    }

    private static (string Group, string[] Parts) Split(string[] parts) => parts switch
    {
        ["api", _, .. var rest] => ("", rest),
        ["apis", var group, _, .. var rest] => (group, rest),
        _ => ("", []),
    };
}
