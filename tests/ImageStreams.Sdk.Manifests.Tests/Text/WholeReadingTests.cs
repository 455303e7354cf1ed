using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Manifests;
using ImageStreams.Tests.Manifests.Corpus;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>A text that is read at one go has the documents and problems that its sections have one by one.</summary>
public class WholeReadingTests
{
    private static readonly string[] Pieces =
    [
        "---\n", "...\n", "--- |\n text\n", "# comment\n", "a: [1,\n", "'", "\"", "%YAML 1.2\n", "%TAG ! tag:x,2000:\n", "&a ", "*a", "- ", ": ", "{",
        "}", "\t", "\n", "\r", "\r\n", "---\t\n", "---x\n", "? ", "|\n", ">-\n", "<<: *a\n", "!!str ", "\uFEFF", "\u0085", "a: 1\na: 2\n", "...",
    ];

    [Property(Replay = "2026,1631", MaxTest = 1500)]
    public void ReadYaml_SeveralDocuments_EqualsTheirSections(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var text = new StringBuilder(string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => CreateDocument(random))));
        for (var damage = random.Next(4); damage > 0; damage--)
        {
            text.Insert(random.Next(text.Length), Pieces[random.Next(Pieces.Length)]);
        }

        AssertSame(text.ToString());
    }

    [Property(Replay = "2026,1633", MaxTest = 3000)]
    public void ReadYaml_PiecesOfSyntax_EqualTheirSections(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        AssertSame(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Theory]
    [InlineData("a: 1\n---\n- \u0085: b\n")]
    [InlineData("%TAG ! tag:x,2000:\na: 1\na: 2\n---\t\n- \u0085: <<: *a\n")]
    [InlineData("# comment\n}%TAG ! tag:x,2000:\n---\t\n- {......\n? *a---\n\t---\n\n? \t")]
    [InlineData("---\n\"---\t\n---\t\n- *a---x\n\t\n{|\n# comment\n...\n%YAML 1.2\na: [1,\n? %YAML 1.2\n\uFEFF|\n\n")]
    [InlineData("|\n|\n---\n...\n\r---\n")]
    [InlineData("\u0085--- |\n text\n---\n\r&a |\n\n- %YAML 1.2\n--- |\n text\n...\n\t")]
    [InlineData(">-\n|\n<<: *a\n'\r\n---\t\n>-\n|\n<<: *a\n'\r\n---\t")]
    [InlineData("- \uFEFF|\n: \t\uFEFF\r>-\n<<: *a\n!!str ...'\n# comment\n'{<<: *a\n%TAG ! tag:x,2000:\n\r\n|\na: [1,\n")]
    public void ReadYaml_TextsThatFailedOnce_EqualTheirSections(string text) => AssertSame(text);

    [Fact]
    public void ReadYaml_FilesOfTheCorpus_EqualTheirSections() => Assert.All(
        CorpusFiles.FindAll().Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)),
        file => AssertSame(File.ReadAllText(Path.Join(CorpusFiles.Folder, file))));

    private static string CreateDocument(Random random)
    {
        JsonNode value = new JsonObject { ["a"] = new RandomJson(random).NextObject(3), ["b"] = new RandomJson(random).Next(2) };
        return new RandomYaml(random).Write(value);
    }

    private static void AssertSame(string text)
    {
        var whole = new TextReadingState(new SourceText("a.yaml", text), TextLimits.Default);
        var sections = new TextReadingState(new SourceText("a.yaml", text), TextLimits.Default);
        whole.ReadYaml();
        sections.ReadSections();
        Assert.True(Describe(whole.ToResult()) == Describe(sections.ToResult()), JsonValue.Create(text).ToJsonString());
    }

    private static string Describe(TextReadResult result)
    {
        var description = new StringBuilder();
        foreach (var tree in result.Trees)
        {
            description.Append(tree.Document).Append(' ').AppendLine(Encoding.UTF8.GetString(tree.ToJson()));
            foreach (var node in tree.Nodes)
            {
                description.Append(' ').AppendJoin(' ', node.KeyStart, node.KeyEnd, node.Start, node.End, node.Kind, node.Style, node.Flags, node.Next);
            }

            description.AppendLine();
        }

        return description.AppendJoin('\n', result.Problems.Select(problem => $"{problem.Kind} {problem.Place} {problem.Message}")).ToString();
    }
}
