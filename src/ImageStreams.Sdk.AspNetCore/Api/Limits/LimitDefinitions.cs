using ImageStreams.Schemas;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of what limits a namespace.</summary>
internal static class LimitDefinitions
{
    /// <summary>The resource of a quota that counts streams.</summary>
    public const string Streams = "openshift.io/imagestreams";

    /// <summary>The same in the words that count the objects of any resource.</summary>
    public const string StreamCount = "count/imagestreams.image.openshift.io";

    public static ObjectKind LimitRanges { get; } = Create("limitranges", "LimitRange", "limits", [Created()]) with
    {
        Rules = new LimitRangeRules(),
    };

    public static ObjectKind Quotas { get; } = CreateQuotas();

    private static ObjectKind CreateQuotas()
    {
        var kind = Create("resourcequotas", "ResourceQuota", "quota", [UsedColumn(), Column("Limit", static (_, _) => ""), Age()]);
        var status = new SubresourceDefinition
        {
            Name = "status",
            Kind = kind.Definition.Kind,
            Verbs = [ResourceVerbs.Get, ResourceVerbs.Patch, ResourceVerbs.Update],
        };
        return kind with { Definition = kind.Definition with { Subresources = [status] }, Rules = new QuotaRules() };
    }

#pragma warning disable CA1308 // Names of resources are in lower case.
    private static ObjectKind Create(string plural, string kind, string shortName, ResourceColumn[] columns) => new()
    {
        Definition = new ResourceDefinition
        {
            Group = "",
            Version = "v1",
            Plural = plural,
            Singular = kind.ToLowerInvariant(),
            Kind = kind,
            ShortNames = [shortName],
            Verbs = ResourceVerbs.AllOfObjects,
            Columns = [.. columns],
        },
        Schema = ClusterSchemas.Find("", "v1", kind),
        CountsGenerations = false,
    };
#pragma warning restore CA1308

    private static ResourceColumn UsedColumn() => Column("Request", static (value, _) => string.Join(
        ", ",
        Find(value, "status", "hard") is { ValueKind: System.Text.Json.JsonValueKind.Object } hard
            ? hard.EnumerateObject().Select(one => $"{one.Name}: {FindText(value, "status", "used", one.Name) ?? "0"}/{one.Value}")
            : []));
}
