using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes the answers of <c>admit</c>.</summary>
internal static class AdmissionWriter
{
    /// <summary>Writes the answers for people.</summary>
    public static void WriteText(TextOutput output, ValueList<AdmissionAnswer> answers)
    {
        foreach (var answer in answers)
        {
            output.Write($"{answer.Place}: ", Tone.Strong);
            output.Write($"{answer.Source}: ");
            output.Write(string.IsNullOrWhiteSpace(answer.Result.From.Name) ? "the blank image " : $"'{answer.Result.From.Name}' ");
            output.WriteLine(
                answer.PullSpec is { } pullSpec ? $"becomes {pullSpec}" : "stays", answer.PullSpec is null ? Tone.Note : Tone.Good);
            output.WriteLine($"  {answer.Result.Explanation}", Tone.Muted);
            if (AssumptionText.Find(answer.RestsOn) is { } assumption)
            {
                output.WriteLine($"  assuming {assumption}", Tone.Note);
            }
        }

        var count = answers.Count(answer => answer.PullSpec is not null);
        output.WriteLine($"{count} of {ToolText.Count(answers.Count, "image")} replaced", Tone.Strong);
    }

    /// <summary>Writes the answers as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<AdmissionAnswer> answers) =>
        JsonOutput.Write(environment, "admit", writer => writer.WriteArray("images", answers, (item, answer) =>
        {
            item.WriteString("object", answer.Source.ToString());
            item.WriteString("path", answer.Result.Path);
            item.WriteString("image", answer.Result.From.Name);
            item.WriteString("pullSpec", answer.PullSpec);
            item.WriteTexts("assumptions", AssumptionText.GetNames(answer.RestsOn));
            item.WriteString("explanation", answer.Result.Explanation);
            item.WritePlace("place", answer.Place);
        }));
}
