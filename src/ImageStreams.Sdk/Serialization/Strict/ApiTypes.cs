using System.Collections.Frozen;

namespace ImageStreams.Serialization;

/// <summary>The API types that are read strictly, with all their fields and how these are merged.</summary>
/// <remarks>
/// <para>The tables are text: a line for each type, <c>Name: field field …</c>, continued by lines that are indented.
/// <c>field(Type)</c> is an object, <c>field[Type]</c> a list of objects, <c>field{}</c> or <c>field{Type}</c> a map, and
/// <c>field*</c> any JSON; any other field has a value without fields of its own: <c>field#</c> an integer, <c>field?</c> true or
/// false, <c>field[]</c> a list of texts, <c>field[#]</c> of integers, <c>field@</c> a time with microseconds, and any other a text.</para>
/// <para>How values are merged follows the type: <c>field[Type:key,other=default]</c> is a list whose items have keys, the first of
/// which is that of a strategic merge patch; <c>^</c> after them says that only server-side apply knows the keys, <c>@</c> that only
/// the strategic merge patch does. <c>field[=]</c> is a set. <c>!</c> says that fields may be cleared by <c>$retainKeys</c>, and
/// <c>~</c>, after a type or in a map, that it has one owner as a whole. The values of <c>field{*}</c> are any JSON, those of other
/// maps texts.</para>
/// <para>They follow Kubernetes 1.34 and OpenShift 4. Besides, they have the fields of older versions that real files still have:
/// <c>clusterName</c> and <c>initializers</c> of metadata, <c>source</c> of resource claims, <c>claims</c> of volume claims, the
/// runtime image of source builds, and <c>updatePercent</c> of rolling deployments.</para>
/// <para>Parsed when text is first read strictly. Immutable.</para>
/// </remarks>
internal static class ApiTypes
{
    private static readonly Lazy<FrozenDictionary<string, ApiType>> Types = new(Parse);

    private static string[] Tables =>
    [
        MetadataFields.Text, ImageFields.Text, BuildFields.Text, DeploymentFields.Text,
        PodFields.Text, VolumeFields.Text, ClusterFields.Text, WorkloadFields.Text, CoreFields.Text, PolicyFields.Text,
    ];

    /// <summary>Finds a type by its name, which is that of its record where there is one; null when it is in no table.</summary>
    public static ApiType? Find(string name) => Types.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, ApiType> Parse() => Tables
        .SelectMany(table => table.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'))
        .Select(ParseLine)
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private static ApiType ParseLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var fields = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ApiType(line[..colon].TrimEnd('~'), line[..colon].EndsWith('~'), fields.Select(ApiField.Parse));
    }
}
