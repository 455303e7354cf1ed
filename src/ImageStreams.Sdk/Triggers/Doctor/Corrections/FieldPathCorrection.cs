using ImageStreams.Workloads;
namespace ImageStreams.Triggers;

/// <summary>Corrects an invalid field path when the correction is certain.</summary>
internal static class FieldPathCorrection
{
    private const string InitContainers = "initContainers";
    private const string Containers = "containers";

    /// <summary>The paths of the pods in all kinds; a field path that begins with one of them means the pods.</summary>
    private static readonly string[] PodSpecPaths =
        ["", "spec.", "spec.template.spec.", "spec.jobTemplate.spec.template.spec.", "template.spec."];

    /// <summary>Finds the correct path to the image of a container; null when there is no such container.</summary>
    /// <param name="fieldPath">The invalid path.</param>
    /// <param name="podSpecPath">The path of the object's pods.</param>
    /// <param name="containers">The containers of the object.</param>
    public static string? Find(string fieldPath, string podSpecPath, PodContainers containers)
    {
        var open = fieldPath.IndexOf('[', StringComparison.Ordinal);
        var close = fieldPath.IndexOf(']', open + 1);
        if (open < 0 || close < 0 || fieldPath.AsSpan(close + 1) is not ("" or ".image" or "image"))
        {
            return null;
        }

        var list = FindList(fieldPath.AsSpan(0, open));
        var selector = NormalizeSelector(fieldPath.AsSpan((open + 1)..close));
        var corrected = $"{podSpecPath}.{list}[{selector}].image";
        return list is not null && containers.Find(corrected).Target is not null ? corrected : null;
    }

    /// <summary>Finds the list of containers that a path leads to; null when it leads elsewhere.</summary>
    private static string? FindList(ReadOnlySpan<char> path)
    {
        foreach (var list in (ReadOnlySpan<string>)[InitContainers, Containers])
        {
            if (path.EndsWith(list, StringComparison.Ordinal))
            {
                return Array.IndexOf(PodSpecPaths, path[..^list.Length].ToString()) >= 0 ? list : null;
            }
        }

        return null;
    }

    /// <summary>Normalizes a selector: a position as it is, and a name in the form that OpenShift reads.</summary>
    private static string NormalizeSelector(ReadOnlySpan<char> selector)
    {
        var name = StripAffixes(selector.Trim(), "?(", ")").Trim();
        name = StripAffixes(StripAffixes(name, "@.name", "").Trim(), "==", "").Trim().Trim("'\"");
        return name.IndexOfAnyExceptInRange('0', '9') < 0 && selector.Length == name.Length
            ? name.ToString()
            : $"?(@.name==\"{name}\")";
    }

    private static ReadOnlySpan<char> StripAffixes(ReadOnlySpan<char> text, string prefix, string suffix)
    {
        text = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        return text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;
    }
}
