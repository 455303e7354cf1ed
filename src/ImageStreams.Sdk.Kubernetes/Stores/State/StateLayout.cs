using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Kubernetes;

/// <summary>Names and labels the ConfigMaps of a state.</summary>
/// <param name="prefix">The beginning of the names.</param>
internal sealed class StateLayout(string prefix)
{
    private const string ManagedBy = "app.kubernetes.io/managed-by";
    private const string Manager = "imagestreams-sdk";
    private const string StoreLabel = "imagestreams.sdk/store";
    private const string SectionLabel = "imagestreams.sdk/state";

    // No label of a section: it has a letter alone before its dot.
    private const string Pending = "pending";
    private const int MaxReadable = 60;
    private const int ChecksumBytes = 24;

    /// <summary>Creates the name of a part, such as <c>imagestreams-state-imports-7-3f2a…</c>.</summary>
    public string GetName(StatePart part) => LeaseObjectNames.Create($"{prefix}-state", $"{part.Section}/{part.Number}");

    /// <summary>Creates a name for a write of several parts.</summary>
    public string CreatePendingName() => $"{prefix}-state-write-{Guid.NewGuid():n}";

    /// <summary>Creates the labels of the parts of a section; null for those of writes that are not done yet.</summary>
    public JsonObject CreateLabels(string? section) => new()
    {
        [ManagedBy] = Manager,
        [StoreLabel] = prefix,
        [SectionLabel] = GetLabel(section),
    };

    /// <summary>Creates the selector of sections, and of the writes that are not done yet.</summary>
    public string CreateSelector(IEnumerable<string> sections) =>
        $"{StoreLabel}={prefix},{SectionLabel} in ({string.Join(',', sections.Select(GetLabel).Append(Pending).Distinct())})";

    /// <summary>Determines whether an object is a part of a section.</summary>
    public static bool Belongs(ClusterObject value, string section) => Label(value) == GetLabel(section);

    /// <summary>Determines whether an object is a write that is not done yet.</summary>
    public static bool IsPending(ClusterObject value) => Label(value) == Pending;

    private static string? Label(ClusterObject value) => value.Metadata.Labels.TryGetValue(SectionLabel, out var label) ? label : null;

    private static string GetLabel(string? section)
    {
        if (section is null)
        {
            return Pending;
        }

        var isPlain = section.Length <= MaxReadable && char.IsAsciiLetterOrDigit(section[^1])
            && section.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_');
        return isPlain ? $"s.{section}" : $"x.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(section)).AsSpan(0, ChecksumBytes))}";
    }
}
