using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Editing;

public class ManifestSetEditTests
{
    private const string List = """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: image.openshift.io/v1
          kind: ImageStream
          metadata: {name: a}
        # second
        - apiVersion: image.openshift.io/v1
          kind: ImageStream
          metadata: {name: b}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - image: ruby  # base
            name: c

        """;

    [Fact]
    public void Edit_ObjectsOfSeveralDocuments_IsOneChange()
    {
        var set = ManifestSet.Parse(List, "list.yaml");
        var change = Assert.Single(set.Edit(
        [
            Edit(set, "Pod", "p", Edits.Set("spec.containers[0].image", "\"ruby@sha256:00\"")),
            Edit(set, "ImageStream", "a", Edits.Set("spec.tags[0].name", "\"3.10\"")),
            Edit(set, "ImageStream", "b", Edits.Remove("")),
        ]));
        Assert.Equal(
            List.Replace("image: ruby ", "image: ruby@sha256:00 ", StringComparison.Ordinal)
                .Replace("  metadata: {name: a}\n", "  metadata: {name: a}\n  spec:\n    tags:\n    - name: \"3.10\"\n", StringComparison.Ordinal)
                .Replace("# second\n- apiVersion: image.openshift.io/v1\n  kind: ImageStream\n  metadata: {name: b}\n", "", StringComparison.Ordinal),
            change.After);
        Assert.Equal(List, change.Before);
        Assert.Equal("list.yaml", change.ToString());
    }

    [Fact]
    public void Edit_NothingThatChanges_HasNoChange()
    {
        var set = ManifestSet.Parse(List);
        Assert.Empty(set.Edit([]));
        Assert.Empty(set.Edit([Edit(set, "ImageStream", "a", Edits.Set("metadata.name", "\"a\""))]));
    }

    [Fact]
    public void Edit_ObjectOfAnotherSet_IsRefused()
    {
        var set = ManifestSet.Parse(List);
        Assert.Throws<ArgumentException>(() => set.Edit([Edit(ManifestSet.Parse(List), "Pod", "p", Edits.Remove("spec"))]));
        Assert.Throws<ArgumentNullException>(() => set.Edit(null!));
    }

    [Fact]
    public void Edit_Refused_NamesFileLineObjectAndPath()
    {
        var set = ManifestSet.Parse(List, "list.yaml");
        var error = Assert.Throws<ManifestEditException>(() => set.Edit([Edit(set, "Pod", "p", Edits.Remove("spec.containers[0].env"))]));
        Assert.StartsWith("list.yaml:18:5: Pod p: spec.containers[0].env: there is nothing at the path", error.Message, StringComparison.Ordinal);
        Assert.Equal((18, 2), (error.Place?.Line, error.Place?.Document));
    }

    [Fact]
    public void Edit_BesideABrokenDocument_IsMade()
    {
        var set = ManifestSet.Parse("a: [\n---\nkind: Pod\napiVersion: v1\nmetadata: {name: p}\n");
        var change = Assert.Single(set.Edit([Edit(set, "Pod", "p", Edits.Set("metadata.labels.a", "\"b\""))]));
        Assert.EndsWith("metadata: {name: p, labels: {a: b}}\n", change.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_Template_KeepsItsParameters()
    {
        var text = "kind: Template\napiVersion: v1\nobjects:\n- kind: Pod\n  apiVersion: v1\n  metadata: {name: \"${N}\"}\n"
            + "parameters:\n- name: N\n  value: p\n";
        var set = ManifestSet.Parse(text);
        var change = Assert.Single(set.Edit([Edit(set, "Pod", "p", Edits.Set("metadata.labels.app", "\"${N}\""))]));
        Assert.Equal(text.Replace("\"${N}\"}", "\"${N}\", labels: {app: \"${N}\"}}", StringComparison.Ordinal), change.After);
    }

    [Fact]
    public void Edit_ManyObjects_AreAllThere()
    {
        var text = "apiVersion: v1\nkind: List\nitems:\n" + string.Concat(Enumerable.Range(0, 5000).Select(n =>
            $"- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: p{n}\n  spec:\n    containers:\n    - image: a\n"));
        var set = ManifestSet.Parse(text);
        var edits = set.Objects.Select(found => new ObjectEdit { Object = found, Edit = Edits.Set("spec.containers[0].image", "\"b\"") });
        var change = Assert.Single(set.Edit(edits));
        Assert.Equal(text.Replace("image: a", "image: b", StringComparison.Ordinal), change.After);
        Assert.Equal(5000, change.ToUnifiedDiff(0).Split("\n+    - image: b\n").Length - 1);
    }

    private static ObjectEdit Edit(ManifestSet set, string kind, string name, ManifestEdit edit) =>
        new() { Object = set.Find(kind, null, name)!, Edit = edit };
}
