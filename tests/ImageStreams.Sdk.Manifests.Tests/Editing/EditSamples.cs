using ImageStreams.Tests.Manifests.Corpus;
using ImageStreams.Tests.Manifests.Text;

namespace ImageStreams.Tests.Manifests.Editing;

/// <summary>Texts as people and tools write them.</summary>
internal static class EditSamples
{
    private static readonly string[] Own = FindOwn();
    private static readonly string[] Corpus = [.. CorpusFiles.FindAll().Select(file => Path.Join(CorpusFiles.Folder, file))];

    /// <summary>Chooses a text, with any line ends.</summary>
    public static (string Name, string Text) Choose(Random random)
    {
        if (random.Next(4) == 0)
        {
            return ("random.yaml", new RandomYaml(random).Write(new RandomJson(random).NextObject(4)));
        }

        var path = random.Next(4) == 0 ? Corpus[random.Next(Corpus.Length)] : Own[random.Next(Own.Length)];
        var text = File.ReadAllText(path);
        return (Path.GetFileName(path), random.Next(5) switch
        {
            0 => text.ReplaceLineEndings("\r\n"),
            1 => text.TrimEnd('\n'),
            _ => text,
        });
    }

    private static string[] FindOwn() =>
        [.. Directory.EnumerateFiles(Path.Join(TestProject.Folder, "Editing", "Samples")).Order(StringComparer.Ordinal)];
}
