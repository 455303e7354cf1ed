using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Writes the answers of <c>outdated</c>.</summary>
internal static class OutdatedWriter
{
    private const int ShownDigest = 19;

    /// <summary>Writes answers for people.</summary>
    public static void WriteText(TextOutput output, ValueList<FollowedTag> answers)
    {
        if (!answers.IsEmpty)
        {
            var table = new TextTable("TAG", "STATUS", "RECORDED", "NOW", "FOLLOWS");
            foreach (var answer in answers)
            {
                table.Add(
                    (answer.Name, Tone.Plain),
                    (ToolText.ToCamelCase(answer.Status.ToString()), ToTone(answer.Status)),
                    (Shorten(answer.Recorded), Tone.Muted),
                    (Shorten(answer.Digest), Tone.Plain),
                    (answer.Mirror is { } mirror ? $"{answer.From} via {mirror}" : answer.From, Tone.Muted));
            }

            table.Write(output);
        }

        foreach (var answer in answers.Where(answer => answer.Failure is not null))
        {
            output.Write($"{answer.Name}: ", Tone.Error);
            output.WriteLine(answer.Failure!);
        }

        foreach (var answer in answers.Where(answer => answer.Policy is { IsFailure: false }))
        {
            output.WriteLine($"{answer.Name}: {answer.Policy!.Explanation}", Tone.Muted);
        }

        var moved = answers.Count(answer => answer.Status == FollowedTagStatus.Moved);
        var tags = answers.Count(answer => answer.Tag is not null);
        var names = answers.Count - tags;
        output.WriteLine($"{moved} of {CountAll(tags, names)} moved", Tone.Strong);
    }

    /// <summary>Writes answers as JSON.</summary>
    public static void WriteJson(ToolEnvironment environment, ValueList<FollowedTag> answers) =>
        JsonOutput.Write(environment, "outdated", writer => writer.WriteArray("tags", answers, (item, answer) =>
        {
            item.WriteString("tag", answer.Tag?.ToString());
            item.WriteString("status", ToolText.ToCamelCase(answer.Status.ToString()));
            item.WriteString("from", answer.From);
            item.WriteString("recorded", answer.Recorded);
            item.WriteString("digest", answer.Digest);
            item.WriteString("mirror", answer.Mirror);
            item.WriteString("failure", answer.Failure);
            item.WritePlace("place", answer.Place);
            item.WriteString("chosen", answer.Policy?.Chosen);
            item.WriteString("policy", answer.Policy?.Explanation);
        }));

    private static string CountAll(int tags, int names) => (tags, names) switch
    {
        (_, 0) => ToolText.Count(tags, "followed tag"),
        (0, _) => ToolText.Count(names, "image name"),
        _ => $"{ToolText.Count(tags, "followed tag")} and {ToolText.Count(names, "image name")}",
    };

    private static string Shorten(string? digest) => digest is null ? "-" : digest[..Math.Min(digest.Length, ShownDigest)];

    private static Tone ToTone(FollowedTagStatus status) => status switch
    {
        FollowedTagStatus.Moved => Tone.Warning,
        FollowedTagStatus.Failed => Tone.Error,
        FollowedTagStatus.Current => Tone.Good,
        _ => Tone.Note,
    };
}
