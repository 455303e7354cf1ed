using System.Globalization;
using System.Text.Json;

namespace ImageStreams.Triggers;

/// <summary>Finds the container that a trigger's field path means.</summary>
/// <remarks>
/// <c>PODSPEC.containers[SELECTOR].image</c>, or <c>initContainers</c>. The selector is a position, or
/// <c>?(@.name=="NAME")</c>, which looks through both lists, init containers first, whichever the path names.
/// </remarks>
internal static class ContainerField
{
    private const string NamePrefix = "?(@.name==\"";
    private const string NameSuffix = "\")";

    private static readonly string[] Lists = ["initContainers", "containers"];

    /// <summary>The container, or null when the path is of another form or leads nowhere.</summary>
    public static JsonElement? Find(JsonElement podSpec, string podSpecPath, string fieldPath)
    {
        var path = fieldPath.AsSpan();
        if (!TakePrefix(ref path, podSpecPath) || !TakePrefix(ref path, "."))
        {
            return null;
        }

        var list = TakePrefix(ref path, "initContainers[") ? Lists[0] : TakePrefix(ref path, "containers[") ? Lists[1] : null;
        if (list is null || !(TakeSuffix(ref path, "].image") || TakeSuffix(ref path, "]image")))
        {
            return null;
        }

        var selector = path;
        var isName = TakePrefix(ref path, NamePrefix) | TakeSuffix(ref path, NameSuffix);
        return int.TryParse(selector, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? At(Containers(podSpec, list), index)
            : isName ? Named(podSpec, path.ToString()) : null;
    }

    private static JsonElement? Named(JsonElement podSpec, string name)
    {
        foreach (var container in Lists.SelectMany(list => Containers(podSpec, list)))
        {
            if (container.ValueKind == JsonValueKind.Object
                && container.TryGetProperty("name", out var value) && value.ValueEquals(name))
            {
                return container;
            }
        }

        return null;
    }

    private static JsonElement? At(IEnumerable<JsonElement> containers, int index) =>
        index >= 0 && containers.ElementAtOrDefault(index) is { ValueKind: JsonValueKind.Object } container ? container : null;

    private static IEnumerable<JsonElement> Containers(JsonElement podSpec, string list) =>
        podSpec.ValueKind == JsonValueKind.Object
            && podSpec.TryGetProperty(list, out var containers) && containers.ValueKind == JsonValueKind.Array
                ? containers.EnumerateArray()
                : Enumerable.Empty<JsonElement>();

    private static bool TakePrefix(ref ReadOnlySpan<char> path, string prefix)
    {
        var isThere = path.StartsWith(prefix, StringComparison.Ordinal);
        path = isThere ? path[prefix.Length..] : path;
        return isThere;
    }

    private static bool TakeSuffix(ref ReadOnlySpan<char> path, string suffix)
    {
        var isThere = path.EndsWith(suffix, StringComparison.Ordinal);
        path = isThere ? path[..^suffix.Length] : path;
        return isThere;
    }
}
