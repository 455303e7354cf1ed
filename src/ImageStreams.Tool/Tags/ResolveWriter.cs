using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes the answers of <c>resolve</c>.</summary>
internal static class ResolveWriter
{
    /// <summary>Writes a table for people.</summary>
    public static void WriteText(TextOutput output, ValueList<TagAnswer> answers)
    {
        if (answers.IsEmpty)
        {
            output.WriteLine("no tags");
            return;
        }

        var table = new TextTable("TAG", "STATUS", "IMAGE", "ASSUMING", "PLACE");
        foreach (var answer in answers)
        {
            table.Add(
                (answer.Tag.ToString(), Tone.Plain),
                (answer.Status, answer.PullSpec is not null ? Tone.Good : Tone.Warning),
                (answer.PullSpec ?? "-", Tone.Plain),
                (AssumptionText.Find(answer.Answer.RestsOn) ?? "-", Tone.Muted),
                (answer.Path is [(_, { } place), ..] ? place.ToString() : "-", Tone.Muted));
        }

        table.Write(output);
        foreach (var answer in answers.Where(answer => answer.PullSpec is null))
        {
            output.Write($"{answer.Tag}: ", Tone.Strong);
            output.WriteLine(answer.Answer.Resolution.Explanation);
        }
    }

    /// <summary>Writes the answers as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<TagAnswer> answers) =>
        JsonOutput.Write(environment, "resolve", writer => writer.WriteArray("tags", answers, WriteMembers));

    /// <summary>Writes the members of an answer.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, TagAnswer answer)
    {
        writer.WriteString("tag", answer.Tag.ToString());
        writer.WriteString("status", answer.Status);
        writer.WriteString("pullSpec", answer.PullSpec);
        writer.WriteTexts("assumptions", AssumptionText.GetNames(answer.Answer.RestsOn));
        writer.WriteString("explanation", answer.Answer.Resolution.Explanation);
        writer.WriteArray("path", answer.Path, (item, hop) =>
        {
            item.WriteString("tag", hop.Name);
            item.WritePlace("place", hop.Place);
        });
    }
}
