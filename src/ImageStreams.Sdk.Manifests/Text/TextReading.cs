namespace ImageStreams.Manifests;

/// <summary>Reads YAML and JSON into trees. Never throws on what a text says; linear in its length.</summary>
internal static class TextReading
{
    /// <summary>Reads all documents of a text; those that cannot be read are problems.</summary>
    public static TextReadResult Read(SourceText source, TextLimits limits)
    {
        var reading = new TextReadingState(source, limits);
        if (!reading.HasForeignCharacter())
        {
            ReadDocuments(reading);
        }

        return reading.ToResult();
    }

    /// <summary>Reads a text that must be JSON, however it begins and whatever its name is.</summary>
    public static TextReadResult ReadJson(SourceText source, TextLimits limits)
    {
        var reading = new TextReadingState(source, limits);
        if (!reading.HasForeignCharacter())
        {
            reading.ReadJson();
        }

        return reading.ToResult();
    }

    private static void ReadDocuments(TextReadingState reading)
    {
        switch (TextFormats.Find(reading.Source))
        {
            case TextFormat.Json:
                reading.ReadJson();
                break;
            case TextFormat.JsonOrYaml:
                reading.ReadJsonOrYaml();
                break;
            default:
                reading.ReadYaml();
                break;
        }
    }
}
