using System.Globalization;

namespace ImageStreams.AspNetCore;

/// <summary>One media type of an <c>Accept</c> header, with its parameters.</summary>
internal readonly record struct AcceptClause(string Type, string As, string Version, string Group, double Quality)
{
    private const string MetaGroup = "meta.k8s.io";

    public static AcceptClause Parse(string clause)
    {
        var parts = clause.Split(';', StringSplitOptions.TrimEntries);
        var parsed = new AcceptClause(parts[0], "", "", "", 1);
        foreach (var parameter in parts.Skip(1))
        {
            parsed = parsed.With(parameter);
        }

        return parsed;
    }

    /// <summary>Finds the format of the media type; null when it has none here.</summary>
    public ResponseFormat? FindFormat()
    {
        var isYaml = Type == MediaTypes.Yaml;
        if (!isYaml && Type is not (MediaTypes.Json or "*/*" or "application/*"))
        {
            return null;
        }

        return FindShape() switch
        {
            null => null,
            BodyShape.Plain => new ResponseFormat { IsYaml = isYaml },
            { } shape => new ResponseFormat { Shape = shape, IsYaml = isYaml, MetaVersion = $"{Group}/{Version}" },
        };
    }

    private BodyShape? FindShape()
    {
        if (As.Length == 0)
        {
            return BodyShape.Plain;
        }

        if (Group != MetaGroup || Version is not ("v1" or "v1beta1"))
        {
            return null;
        }

        return As switch
        {
            "Table" => BodyShape.Table,
            "PartialObjectMetadata" => BodyShape.Metadata,
            "PartialObjectMetadataList" => BodyShape.MetadataList,
            _ => null,
        };
    }

    private AcceptClause With(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var value = equals < 0 ? "" : parameter[(equals + 1)..];
        return (equals < 0 ? parameter : parameter[..equals]) switch
        {
            "as" => this with { As = value },
            "v" => this with { Version = value },
            "g" => this with { Group = value },
            "q" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var quality) =>
                this with { Quality = quality },
            _ => this,
        };
    }
}
