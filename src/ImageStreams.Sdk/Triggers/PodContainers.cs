using System.Globalization;
using System.Text.Json;

namespace ImageStreams.Triggers;

/// <summary>The containers of a pod, found by the field paths of triggers in constant time.</summary>
/// <remarks>
/// <c>PODSPEC.containers[SELECTOR].image</c>, or <c>initContainers</c>. The selector is a position, or
/// <c>?(@.name=="NAME")</c>, which looks through both lists, init containers first, whichever the path names.
/// </remarks>
internal sealed class PodContainers(JsonElement podSpec, string podSpecPath)
{
    private const string NamePrefix = "?(@.name==\"";
    private const string NameSuffix = "\")";

    private readonly JsonElement[] _initContainers = Containers(podSpec, "initContainers");
    private readonly JsonElement[] _containers = Containers(podSpec, "containers");
    private Dictionary<string, JsonElement>? _byName;

    /// <summary>The container, or null when the path is of another form or leads nowhere.</summary>
    public JsonElement? Find(string fieldPath)
    {
        var path = fieldPath.AsSpan();
        if (!TakePrefix(ref path, podSpecPath) || !TakePrefix(ref path, "."))
        {
            return null;
        }

        var list = TakePrefix(ref path, "initContainers[") ? _initContainers
            : TakePrefix(ref path, "containers[") ? _containers
            : null;
        if (list is null || !(TakeSuffix(ref path, "].image") || TakeSuffix(ref path, "]image")))
        {
            return null;
        }

        return int.TryParse(path, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? At(list, index)
            : Named(path);
    }

    private static JsonElement? At(JsonElement[] list, int index) =>
        index >= 0 && index < list.Length && list[index].ValueKind == JsonValueKind.Object ? list[index] : null;

    /// <summary>
    /// The container that a selector names; either mark around the name may be missing, but not both.
    /// </summary>
    private JsonElement? Named(ReadOnlySpan<char> selector)
    {
        var isName = TakePrefix(ref selector, NamePrefix) | TakeSuffix(ref selector, NameSuffix);
        return isName && (_byName ??= ByName()).TryGetValue(selector.ToString(), out var container) ? container : null;
    }

    private Dictionary<string, JsonElement> ByName()
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var all = _initContainers.Concat(_containers);
        foreach (var container in all.Where(container => container.ValueKind == JsonValueKind.Object))
        {
            byName.TryAdd(WorkloadText.Of(container, "name"), container);
        }

        return byName;
    }

    private static JsonElement[] Containers(JsonElement podSpec, string list) =>
        WorkloadText.Child(podSpec, list) is { ValueKind: JsonValueKind.Array } containers
            ? [.. containers.EnumerateArray()]
            : [];

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
