using System.Collections.Frozen;

namespace ImageStreams.Serialization;

/// <summary>The API types that are read strictly, with all their fields.</summary>
/// <remarks>
/// <para>The tables are text: a line for each type, <c>Name: field field …</c>, continued by lines that are indented.
/// <c>field(Type)</c> is an object, <c>field[Type]</c> a list of objects, <c>field{}</c> or <c>field{Type}</c> a map, and
/// <c>field*</c> any JSON; any other field has a value without fields of its own.</para>
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
        PodFields.Text, VolumeFields.Text, ClusterFields.Text,
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
        return new ApiType(line[..colon], fields.Select(ApiField.Parse));
    }
}
