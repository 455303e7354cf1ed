using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <content>Parsing: linear in the length of the text, at most <see cref="RawJson.MaxDepth"/> levels deep.</content>
public sealed partial class Workload
{
    /// <summary>Parses an object.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, of another kind (<see cref="WireFailure.Kind"/>), or a field has another type.
    /// </exception>
    public static Workload Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Parses an object of a known or an added kind.</summary>
    /// <param name="json">The object.</param>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> or <paramref name="kinds"/> is null.</exception>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, of another kind (<see cref="WireFailure.Kind"/>), or a field has another type.
    /// </exception>
    public static Workload Parse(string json, WorkloadKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), kinds);
    }

    /// <summary>Parses an object from UTF-8 text.</summary>
    /// <param name="utf8Json">The object.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, of another kind (<see cref="WireFailure.Kind"/>), or a field has another type.
    /// </exception>
    public static Workload Parse(ReadOnlySpan<byte> utf8Json) => Read(utf8Json.ToArray());

    /// <summary>Parses an object from raw JSON.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, of another kind (<see cref="WireFailure.Kind"/>), or a field has another type.
    /// </exception>
    public static Workload Parse(RawJson json) => Read(json.Bytes);

    /// <summary>Parses an object of a known or an added kind from raw JSON.</summary>
    /// <param name="json">The object.</param>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="WireFormatException">
    /// The text is not JSON, of another kind (<see cref="WireFailure.Kind"/>), or a field has another type.
    /// </exception>
    public static Workload Parse(RawJson json, WorkloadKinds kinds) => Read(json.Bytes, kinds);

    /// <summary>Tries to parse an object; finds the workloads among objects of all kinds.</summary>
    /// <param name="json">The object.</param>
    /// <param name="workload">The workload; null when the object is of another kind or cannot be read.</param>
    /// <returns>True when the object is a workload.</returns>
    public static bool TryParse(RawJson json, [NotNullWhen(true)] out Workload? workload) =>
        TryRead(json.Bytes, out workload);

    /// <summary>Tries to parse an object of a known or an added kind.</summary>
    /// <param name="json">The object.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="workload">The workload; null when the object is of another kind or cannot be read.</param>
    /// <returns>True when the object is a workload.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    public static bool TryParse(RawJson json, WorkloadKinds kinds, [NotNullWhen(true)] out Workload? workload)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.FindAdded(json.Bytes) is { } added
            ? TryRead(json.Bytes, added, out workload)
            : TryRead(json.Bytes, out workload);
    }

    /// <inheritdoc cref="TryParse(RawJson, out Workload?)"/>
    public static bool TryParse(string? json, [NotNullWhen(true)] out Workload? workload) =>
        TryRead(Encoding.UTF8.GetBytes(json ?? ""), out workload);

    /// <inheritdoc cref="TryParse(RawJson, out Workload?)"/>
    /// <param name="utf8Json">The object.</param>
    /// <param name="workload">The workload; null when the object is of another kind or cannot be read.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out Workload? workload) =>
        TryRead(utf8Json.ToArray(), out workload);

    private static Workload Read(byte[] json) => WorkloadKindScan.FindFirst(json) is { } kind
        ? Read(json, kind)
        : Read(json, WorkloadKindScan.FindLast(json), isLastKind: true);

    private static Workload Read(byte[] json, WorkloadKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.FindAdded(json) is { } added ? Read(json, added, isLastKind: true) : Read(json);
    }

    private static bool TryRead(byte[] json, [NotNullWhen(true)] out Workload? workload) =>
        TryRead(json, kind: null, out workload);

    private static bool TryRead(byte[] json, WorkloadKind? kind, [NotNullWhen(true)] out Workload? workload)
    {
        try
        {
            workload = kind is null ? Read(json) : Read(json, kind, isLastKind: true);
        }
        catch (JsonException)
        {
            workload = null;
        }

        return workload is not null;
    }

    private static Workload Read(byte[] json, WorkloadKind kind, bool isLastKind = false)
    {
        var reader = new WorkloadReader(json, kind, isLastKind);
        if (!reader.TryRead())
        {
            return Read(json, WorkloadKindScan.FindLast(json), isLastKind: true);
        }

        if (!kind.AcceptsVersion(reader.ApiVersion))
        {
            var expected = $"a version of the {kind.Name} that runs pods, {kind.ApiVersion}";
            throw WireErrors.Value(json, TypeFieldScan.CreateVersionIssue(json, expected));
        }

        return new Workload(kind, reader.ToText(json))
        {
            ApiVersion = reader.ApiVersion,
            Namespace = reader.Namespace,
            Name = reader.Name,
            HasController = reader.HasController,
            IsPaused = reader.IsPaused,
            Containers = ValueList<WorkloadContainer>.Own(reader.Containers),
            InitCount = reader.InitCount,
            HasPods = reader.HasPods,
        };
    }
}
