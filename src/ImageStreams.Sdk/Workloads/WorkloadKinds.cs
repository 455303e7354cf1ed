using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <summary>The kinds of objects that are read as workloads: the known ones, and those that were added.</summary>
/// <remarks>
/// An added kind comes before a known one of the same name, and before those that were added earlier. Immutable; safe to
/// share between threads.
/// </remarks>
/// <example><code>
/// var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Rollout", "spec.template", group: "argoproj.io"));
/// var rollout = Workload.Parse(json, kinds);
/// </code></example>
public sealed class WorkloadKinds
{
    private WorkloadKinds(ValueList<WorkloadKind> added) => Added = added;

    /// <summary>The kinds of Kubernetes and OpenShift.</summary>
    public static WorkloadKinds Known { get; } = new([]);

    /// <summary>The kinds that were added, newest first.</summary>
    public ValueList<WorkloadKind> Added { get; }

    /// <summary>These kinds, and one more.</summary>
    /// <param name="kind">The kind.</param>
    public WorkloadKinds With(WorkloadKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new WorkloadKinds([kind, .. Added]);
    }

    /// <summary>The kind among the added ones that an object is of; null when it is of none of them.</summary>
    internal WorkloadKind? FindAdded(ReadOnlySpan<byte> json)
    {
        if (Added.IsEmpty)
        {
            return null;
        }

        var (kind, apiVersion) = ReadType(json);
        return Added.FirstOrDefault(added => added.Matches(kind ?? "", apiVersion));
    }

    /// <summary>The kind and version that an object says first; null where it says none, or is no object.</summary>
    private static (string? Kind, string? ApiVersion) ReadType(ReadOnlySpan<byte> json)
    {
        var (kind, apiVersion) = (default(string), default(string));
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RawJson.MaxDepth });
        try
        {
            for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName && (kind is null || apiVersion is null);)
            {
                var (isKind, isVersion) = (reader.ValueTextEquals("kind"u8), reader.ValueTextEquals("apiVersion"u8));
                reader.Read();
                kind ??= isKind && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                apiVersion ??= isVersion && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with the text is found, and said better, when the object is read.
            return (kind, apiVersion);
        }

        return (kind, apiVersion);
    }
}
