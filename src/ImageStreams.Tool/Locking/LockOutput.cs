using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Writes the reports of commands about locks.</summary>
internal static class LockOutput
{
    /// <summary>Writes a report in a form.</summary>
    public static void Write(ToolEnvironment environment, string command, string form, LockReport report)
    {
        if (form == OutputOption.Json)
        {
            WriteJson(environment, command, report);
        }
        else
        {
            WriteText(TextOutput.ForOut(environment), report);
        }
    }

    private static void WriteText(TextOutput output, LockReport report)
    {
        foreach (var difference in report.Differences)
        {
            WriteLine(output, difference.Tag, difference.Message, report.Violations.Contains(difference) ? Tone.Error : ToTone(difference));
        }

        foreach (var problem in report.Problems)
        {
            WriteLine(output, problem.Tag, problem.ToString(), Tone.Error);
        }

        foreach (var (tag, answer) in report.Policies)
        {
            WriteLine(output, tag, $"{tag}: {answer.Explanation}", answer.IsFailure ? Tone.Error : Tone.Note);
        }

        output.WriteLine(report.IsWritten ? $"{report.Summary}; wrote {report.File}" : report.Summary, Tone.Strong);
    }

    /// <summary>Writes a line that begins with its tag, and the rest of it in a tone.</summary>
    private static void WriteLine(TextOutput output, string tag, string line, Tone tone)
    {
        var start = line.StartsWith($"{tag}: ", StringComparison.Ordinal) ? tag.Length + 2 : 0;
        output.Write(line[..start], Tone.Strong);
        output.WriteLine(line[start..], tone);
    }

    private static void WriteJson(ToolEnvironment environment, string command, LockReport report) =>
        JsonOutput.Write(environment, command, writer =>
        {
            writer.WriteString("file", report.File);
            writer.WriteBoolean("written", report.IsWritten);
            writer.WriteArray("differences", report.Differences, (json, difference) =>
            {
                json.WriteString("tag", difference.Tag);
                json.WriteString("kind", difference.Kind);
                json.WriteString("message", difference.Message);
                json.WriteBoolean("violation", report.Violations.Contains(difference));
            });
            writer.WriteArray("problems", report.Problems, (json, problem) =>
            {
                json.WriteString("tag", problem.Tag);
                json.WriteString("kind", ToolText.ToCamelCase(problem.Kind.ToString()));
                json.WriteString("message", problem.Message);
            });
            writer.WriteArray("policies", report.Policies, (json, policy) =>
            {
                json.WriteString("tag", policy.Tag);
                json.WriteString("chosen", policy.Answer.Chosen);
                json.WriteBoolean("held", policy.Answer.IsHeld);
                json.WriteString("message", policy.Answer.Explanation);
            });
        });

    private static Tone ToTone(ImageLockDifference difference) => difference switch
    {
        ImageLockDifference.Added or ImageLockDifference.PlatformAdded => Tone.Good,
        ImageLockDifference.LabelsChanged => Tone.Note,
        _ => Tone.Warning,
    };
}
