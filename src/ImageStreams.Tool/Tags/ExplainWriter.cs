using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes the answers of <c>explain</c>.</summary>
internal static class ExplainWriter
{
    /// <summary>Writes the steps for people.</summary>
    public static void WriteText(TextOutput output, ValueList<TagAnswer> answers)
    {
        if (answers.IsEmpty)
        {
            output.WriteLine("no tags");
        }

        foreach (var answer in answers)
        {
            output.WriteLine(answer.Tag.ToString(), Tone.Strong);
            foreach (var step in answer.Answer.Steps.Steps)
            {
                output.WriteLine($"  {step}");
            }

            foreach (var line in answer.Policy)
            {
                output.WriteLine($"  {line}");
            }

            if (AssumptionText.Find(answer.Answer.RestsOn) is { } assumption)
            {
                output.Write("  assuming ", Tone.Note);
                output.WriteLine(assumption);
            }

            foreach (var (name, place) in answer.Path.Where(hop => hop.Place is not null))
            {
                output.WriteLine($"  {name}  {place}", Tone.Muted);
            }
        }
    }

    /// <summary>Writes the answers as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<TagAnswer> answers) =>
        JsonOutput.Write(environment, "explain", writer => writer.WriteArray("tags", answers, (item, answer) =>
        {
            ResolveWriter.WriteMembers(item, answer);
            item.WriteArray("steps", answer.Answer.Steps.Steps, (json, step) =>
            {
                json.WriteString("kind", ToolText.ToCamelCase(step.Kind.ToString()));
                json.WriteString("subject", step.Subject);
                json.WriteString("finding", step.Finding);
            });
            item.WriteArray("policy", answer.Policy, (json, line) => json.WriteString("text", line));
        }));
}
