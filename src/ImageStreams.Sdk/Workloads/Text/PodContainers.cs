using System.Globalization;

namespace ImageStreams.Workloads;

/// <summary>Finds the containers of a pod by the field paths of triggers, in constant time.</summary>
/// <remarks>
/// <c>PODSPEC.containers[SELECTOR].image</c>, or <c>initContainers</c>. The selector is a position, or
/// <c>?(@.name=="NAME")</c>, which searches both lists, init containers first, regardless of the list in the path. It
/// ends at the first closing bracket.
/// </remarks>
internal sealed class PodContainers(Workload workload)
{
    private const string NamePrefix = "?(@.name==\"";
    private const string NameSuffix = "\")";

    /// <summary>The maximum number of containers for which a search is faster than an index of their names.</summary>
    private const int FewContainers = 8;

    private Dictionary<string, WorkloadContainer>? _byName;

    private ReadOnlySpan<WorkloadContainer> Containers => workload.Containers.AsSpan();

    /// <summary>
    /// Gets the field path of a container's image: by its name, which remains correct when containers are added, or by its
    /// position if a selector cannot hold the name.
    /// </summary>
    /// <param name="containerPath">The path of the container, such as <c>spec.template.spec.containers[0]</c>.</param>
    /// <param name="name">The name of the container.</param>
    public static string GetImagePath(string containerPath, string name) => name.Length > 0 && !name.AsSpan().ContainsAny("]\"")
        ? $"{containerPath.AsSpan(0, containerPath.LastIndexOf('['))}[{NamePrefix}{name}{NameSuffix}].image"
        : $"{containerPath}.image";

    /// <summary>Finds the field that a path leads to.</summary>
    public PodField Find(string fieldPath)
    {
        var path = fieldPath.AsSpan();
        if (!TryTakePrefix(ref path, workload.PodSpecPath) || !TryTakePrefix(ref path, "."))
        {
            return new PodField(PodFieldKind.OutsidePods);
        }

        var isInit = TryTakePrefix(ref path, "initContainers[");
        var end = isInit || TryTakePrefix(ref path, "containers[") ? path.IndexOf(']') : -1;
        if (end < 0)
        {
            return new PodField(PodFieldKind.Malformed);
        }

        var container = Select(path[..end], isInit);
        if (path[(end + 1)..] is not (".image" or "image"))
        {
            return new PodField(PodFieldKind.Malformed, container);
        }

        return container is null ? new PodField(PodFieldKind.NoContainer) : new PodField(PodFieldKind.Image, container);
    }

    private WorkloadContainer? Select(ReadOnlySpan<char> selector, bool isInit)
    {
        if (!TryIndex(selector, out var index))
        {
            return FindByName(selector);
        }

        return FindAt(isInit ? Containers[..workload.InitCount] : Containers[workload.InitCount..], index);
    }

    /// <summary>Tries to parse a number as Go does: with an optional sign before it, and nothing after it.</summary>
    private static bool TryIndex(ReadOnlySpan<char> selector, out int index) =>
        int.TryParse(selector, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index)
        && selector[^1] != '\0';

    private static WorkloadContainer? FindAt(ReadOnlySpan<WorkloadContainer> list, int index) =>
        index >= 0 && index < list.Length ? list[index] : null;

    /// <summary>
    /// Finds the container that a selector names; one of the two marks around the name may be missing, but not both.
    /// </summary>
    private WorkloadContainer? FindByName(ReadOnlySpan<char> selector)
    {
        var isName = TryTakePrefix(ref selector, NamePrefix) | TryTakeSuffix(ref selector, NameSuffix);
        if (!isName)
        {
            return null;
        }

        if (Containers.Length <= FewContainers)
        {
            return FindAmongFew(selector);
        }

        _byName ??= IndexByName();
        return _byName.GetValueOrDefault(selector.ToString());
    }

    private WorkloadContainer? FindAmongFew(ReadOnlySpan<char> name)
    {
        foreach (var container in Containers)
        {
            if (name.SequenceEqual(container.Name))
            {
                return container;
            }
        }

        return null;
    }

    private Dictionary<string, WorkloadContainer> IndexByName()
    {
        var byName = new Dictionary<string, WorkloadContainer>(StringComparer.Ordinal);
        foreach (var container in Containers)
        {
            byName.TryAdd(container.Name, container);
        }

        return byName;
    }

    private static bool TryTakePrefix(ref ReadOnlySpan<char> path, string prefix)
    {
        var isThere = path.StartsWith(prefix, StringComparison.Ordinal);
        path = isThere ? path[prefix.Length..] : path;
        return isThere;
    }

    private static bool TryTakeSuffix(ref ReadOnlySpan<char> path, string suffix)
    {
        var isThere = path.EndsWith(suffix, StringComparison.Ordinal);
        path = isThere ? path[..^suffix.Length] : path;
        return isThere;
    }
}
