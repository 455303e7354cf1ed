using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes conversions: a manifest that can be applied, with the notes as comments.</summary>
internal static class ConvertWriter
{
    /// <summary>Writes the Deployments as YAML.</summary>
    public static void WriteYaml(TextOutput output, ValueList<ConvertedDeployment> conversions)
    {
        foreach (var one in conversions)
        {
            output.WriteLine("---");
            output.WriteLine($"# from {one.Source} at {one.Source.Place}", Tone.Muted);
            foreach (var note in one.Conversion.Notes)
            {
                output.WriteLine($"# {one.Source.FindPlace(note.Path)}: {note.Explanation}", Tone.Warning);
            }

            foreach (var line in YamlText.Format(one.Conversion.Deployment.ToRawJson().ToJsonElement()))
            {
                output.WriteLine(line);
            }
        }

        if (conversions.IsEmpty)
        {
            output.WriteLine("# no DeploymentConfig");
        }
    }

    /// <summary>Writes the Deployments and notes as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<ConvertedDeployment> conversions) =>
        JsonOutput.Write(environment, "convert", writer => writer.WriteArray("conversions", conversions, (json, one) =>
        {
            json.WriteString("source", one.Source.ToString());
            json.WritePlace("place", one.Source.Place);
            json.WritePropertyName("deployment");
            one.Conversion.Deployment.ToRawJson().ToJsonElement().WriteTo(json);
            json.WriteString("annotation", one.Conversion.Annotation);
            json.WriteArray("notes", one.Conversion.Notes, (item, note) =>
            {
                item.WriteString("kind", ToolText.ToCamelCase(note.Kind.ToString()));
                item.WriteString("message", note.Explanation);
                item.WriteString("path", note.Path);
                item.WritePlace("place", one.Source.FindPlace(note.Path));
            });
        }));
}
