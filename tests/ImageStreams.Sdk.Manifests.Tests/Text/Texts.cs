using System.Text;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>Short ways to read texts in tests.</summary>
internal static class Texts
{
    public static TextReadResult Read(string text, string name = "app.yaml") =>
        TextReading.Read(new SourceText(name, text), TextLimits.Default);

    /// <summary>Reads the only document of a text that has no problem.</summary>
    public static TextTree ReadOne(string text, string name = "app.yaml")
    {
        var result = Read(text, name);
        Assert.True(result.Problems.Count == 0, $"{string.Join('\n', result.Problems)}\n{text}");
        return Assert.Single(result.Trees);
    }

    /// <summary>Reads the only problem of a text.</summary>
    public static ManifestProblem ReadProblem(string text, string name = "app.yaml") => Assert.Single(Read(text, name).Problems);

    public static string Json(this TextTree tree, int node = 0) => Encoding.UTF8.GetString(tree.ToJson(node));

    public static string Slice(this TextTree tree, int node) =>
        tree.Source.Text[tree.Nodes[node].Start..tree.Nodes[node].End];

    public static string SliceKey(this TextTree tree, int node) =>
        tree.Source.Text[tree.Nodes[node].KeyStart..tree.Nodes[node].KeyEnd];

    public static string Slice(this TextTree tree, string path) => tree.Slice(tree.FindNode(path));
}
