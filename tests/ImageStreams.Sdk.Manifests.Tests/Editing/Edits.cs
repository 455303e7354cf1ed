using System.Text;
using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Editing;

/// <summary>Short ways to edit texts in tests.</summary>
internal static class Edits
{
    public static ManifestEdit Set(string path, string json) => ManifestEdit.Set(path, RawJson.Parse(json));

    public static ManifestEdit Insert(string path, string json) => ManifestEdit.Insert(path, RawJson.Parse(json));

    public static ManifestEdit Insert(string path, Index index, string json) => ManifestEdit.Insert(path, index, RawJson.Parse(json));

    public static ManifestEdit Remove(string path) => ManifestEdit.Remove(path);

    /// <summary>Edits the first document of a text.</summary>
    public static string Apply(string text, params ManifestEdit[] edits) => ApplyTo(text, "app.yaml", edits);

    public static string ApplyTo(string text, string name, params ManifestEdit[] edits) =>
        FindChange(text, name, edits)?.After ?? text;

    public static FileChange? FindChange(string text, string name, params ManifestEdit[] edits)
    {
        var file = new ManifestFile(new SourceText(name, text), FileEncoding.Utf8, null);
        var tree = TextReading.Read(file.Source, TextLimits.Default).Trees[0];
        return FileEditing.Edit(file, edits.Select(edit => Request(tree, edit)));
    }

    public static EditRequest Request(TextTree tree, ManifestEdit edit) => new()
    {
        Edit = edit,
        Tree = tree,
        BasePath = "",
        Object = "object",
        FindPlace = () => tree.FindNearestPlace(edit.Path),
    };

    public static ManifestEditException Refuse(string text, params ManifestEdit[] edits) =>
        Assert.Throws<ManifestEditException>(() => Apply(text, edits));

    public static string Json(string text) => Encoding.UTF8.GetString(TextReading
        .Read(new SourceText("app.yaml", text), TextLimits.Default).Trees[0].ToJson());
}
