using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

public class TextProblemTests
{
    [Theory]
    [InlineData("a: {{ .Values.x }}\n", 1, 4, "Helm")]
    [InlineData("{{- if .Values.x }}\na: b\n{{- end }}\n", 1, 1, "Helm")]
    [InlineData("a: b\nc:\n  {{- toYaml .Values.x | nindent 2 }}\n", 3, 3, "Helm")]
    [InlineData("a:\n  b: {{ .Values.x }}-y\n", 2, 6, "Helm")]
    [InlineData("a: {{ include \"x\" . | quote }}\n", 1, 4, "Helm")]
    [InlineData("a:\n\t- b\n", 2, 1, "tab")]
    [InlineData("a:\n  b: 1\n \tc: 2\n", 3, 2, "tab")]
    [InlineData("a: 'x\nb: 1\n", 1, 4, "quote")]
    [InlineData("a: \"x\nb: \"y\"\n", 1, 4, "quote")]
    [InlineData("a: \"x\n", 1, 4, "quote")]
    [InlineData("a: \"\\q\"\n", 1, 5, "escape")]
    [InlineData("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", 2, 1, "merge conflict")]
    [InlineData("a: [1, 2\nb: c\n", 1, 4, "']'")]
    [InlineData("a: {b: 1\nc: d\n", 1, 4, "'}'")]
    [InlineData("a: b: c\n", 1, 5, "quotes")]
    [InlineData("a:x\nb: y\n", 1, 2, "blank after")]
    [InlineData("a:\n  c:2\n  d:3\n  e: f\n", 2, 4, "blank after")]
    [InlineData("a: x\n b: y\n", 2, 3, "indent")]
    [InlineData("a: @x\n", 1, 4, "quotes")]
    [InlineData("- a\nb: c\n", 2, 1, "item")]
    [InlineData("a: - b\n", 1, 4, "next line")]
    [InlineData("a: *x\n", 1, 4, "anchor")]
    [InlineData("a: &x [*x]\n", 1, 8, "alias")]
    [InlineData("? [a]\n: b\n", 1, 3, "key")]
    [InlineData(": b\n", 1, 1, "key")]
    [InlineData("a\0b: 1", 1, 2, "NUL")]
    [InlineData("a: 1\nb: \u001b[0m\n", 2, 4, "control")]
    [InlineData("a: \"{{ x }}\"\n# {{ y }}\nb: c: d\n", 3, 5, "quotes")]
    [InlineData("{{- if x }}\na: 1\n{{- else }}\na: 2\n{{- end }}\n", 1, 1, "Helm")]
    [InlineData("a: {\nb: 1\n}\n", 1, 4, "indent")]
    [InlineData("a: {b: [1, 2}\n", 1, 8, "']'")]
    [InlineData("a: 1\n b: 2\n", 2, 3, "indent")]
    [InlineData("a:\n  b: 1\n c: 2\n", 3, 2, "key")]
    [InlineData("a\nb: 1\n", 2, 2, "indent")]
    [InlineData("a: |\n  x\n y\n", 3, 2, "indent")]
    public void Read_BrokenYaml_NamesPlaceAndReason(string text, int line, int column, string reason)
    {
        var problem = Texts.ReadProblem(text);
        Assert.Equal((line, column), (problem.Place.Line, problem.Place.Column));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Empty(Texts.Read(text).Trees);
        Assert.True(problem.IsError);
    }

    [Theory]
    [InlineData("{\n  \"a\": [1, 2,]\n}", 2, 13, "comma")]
    [InlineData("{\"a\": 1,\n}", 1, 8, "comma")]
    [InlineData("{\"a\": 1 // x\n}", 1, 9, "comment")]
    [InlineData("/* x */{\"a\": 1}", 1, 1, "comment")]
    [InlineData("{\"a\": \"x\n}", 1, 7, "quote")]
    [InlineData("{\"a\": 1 \"b\": 2}", 1, 9, "comma")]
    [InlineData("{\"a\" 1}", 1, 6, "':'")]
    [InlineData("{a: 1}", 1, 2, "double quotes")]
    [InlineData("{'a': 1}", 1, 2, "double quotes")]
    [InlineData("{\"a\": 'x'}", 1, 7, "double quotes")]
    [InlineData("{\"a\": 010}", 1, 7, "number")]
    [InlineData("{\"a\": True}", 1, 7, "lower case")]
    [InlineData("{\"a\": \"\\x\"}", 1, 8, "escape")]
    [InlineData("{\"a\": \"\t\"}", 1, 8, "control")]
    [InlineData("{\"a\": [1", 1, 9, "ends")]
    [InlineData("{\"a\": ", 1, 7, "ends")]
    [InlineData("{\"a\": }", 1, 7, "closed")]
    [InlineData("{\"a\": {{ .Values.x }}}", 1, 7, "Helm")]
    [InlineData("{\"a\": 1}}", 1, 9, "closed")]
    public void Read_BrokenJson_NamesPlaceAndReason(string text, int line, int column, string reason)
    {
        var problem = Texts.ReadProblem(text, "app.json");
        Assert.Equal((line, column), (problem.Place.Line, problem.Place.Column));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": [1, 2,]}")]
    [InlineData("{\"a\": 1 /* x */}")]
    public void Read_NearlyJsonInAnyFile_IsAProblem(string text) => Assert.True(Texts.ReadProblem(text).IsError);

    [Theory]
    [InlineData("{a: b, c: [d]}", """{"a":"b","c":["d"]}""")]
    [InlineData("{\"a\": 1} # x\n", """{"a":1}""")]
    [InlineData("{\"a\": 1}\n---\nb: 2\n", """{"a":1}{"b":2}""")]
    [InlineData("{\"a\": 1}\n{\"a\": 2}", """{"a":1}{"a":2}""")]
    [InlineData("---\na: 1\n---\n---\n# x\n---\nb: 2\n...\n", """{"a":1}{"b":2}""")]
    [InlineData("a: 1\n...\n%YAML 1.2\n---\nb: 2\n", """{"a":1}{"b":2}""")]
    [InlineData("", "")]
    [InlineData("# x\n", "")]
    [InlineData("---\n", "")]
    public void Read_Documents_AreTreesInOrder(string text, string json)
    {
        var result = Texts.Read(text);
        Assert.Empty(result.Problems);
        Assert.Equal(json, string.Concat(result.Trees.Select(tree => tree.Json())));
    }

    [Fact]
    public void Read_BrokenDocumentsBetweenOthers_ReadsTheOthers()
    {
        var result = Texts.Read("a: 1\n---\nb: 'x\n---\nc: 3\n---\nd: {{ x }}\n---\ne: 5\n");
        Assert.Equal([1, 3, 5], result.Trees.Select(tree => tree.Document));
        Assert.Equal([(2, 3), (4, 7)], result.Problems.Select(problem => (problem.Place.Document, problem.Place.Line)));
    }

    [Fact]
    public void Read_DuplicateKey_LastWinsAndIsAProblem()
    {
        var result = Texts.Read("a: 1\nb: 2\n'a': 3\n");
        Assert.Equal("""{"b":2,"a":3}""", result.Trees[0].Json());
        var problem = Assert.Single(result.Problems);
        Assert.Equal(3, problem.Place.Line);
    }

    [Fact]
    public void Read_DuplicateKeysOfLargeMapping_AreFound()
    {
        var lines = Enumerable.Range(0, 50).Select(i => $"k{i % 40}: {i}\n");
        var result = Texts.Read(string.Concat(lines));
        Assert.Equal(10, result.Problems.Count);
        Assert.Contains("\"k9\":49", result.Trees[0].Json(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BillionLaughs_IsRefused()
    {
        var lines = Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var problem = Texts.ReadProblem("a0: &a0 [lol]\n" + string.Concat(lines));
        Assert.Equal(ManifestProblemKind.TooLarge, problem.Kind);
    }

    [Fact]
    public void Read_AliasesOfManyDocuments_AreSummedUp()
    {
        var document = "---\na: &a [" + string.Join(", ", Enumerable.Repeat("1", 1000)) + "]\nb: ["
            + string.Join(", ", Enumerable.Repeat("*a", 50)) + "]\n";
        var result = Texts.Read(string.Concat(Enumerable.Repeat(document, 10)));
        Assert.Equal(3, result.Trees.Count);
        Assert.All(result.Problems, problem => Assert.Equal(ManifestProblemKind.TooLarge, problem.Kind));
    }

    [Fact]
    public void Read_ManyUsesOfOneAnchor_AreRead()
    {
        var anchor = "a: &a {" + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"key{i}: value{i}")) + "}\nb:\n";
        var tree = Texts.ReadOne(anchor + string.Concat(Enumerable.Repeat("- *a\n", 1000)));
        Assert.Equal("value29", tree.GetText(tree.FindNode("b[999].key29")));
    }

    [Theory]
    [InlineData('[', "app.yaml")]
    [InlineData('[', "app.json")]
    public void Read_DeepNesting_IsRefused(char bracket, string name)
    {
        var problem = Texts.ReadProblem(new string(bracket, 100_000), name);
        Assert.Equal(ManifestProblemKind.TooLarge, problem.Kind);
    }

    [Fact]
    public void Read_DeepAliases_AreRefused()
    {
        var lines = Enumerable.Range(1, 300).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n");
        var problem = Texts.ReadProblem("a0: &a0 [x]\n" + string.Concat(lines));
        Assert.Equal(ManifestProblemKind.TooLarge, problem.Kind);
    }

    [Fact]
    public void Problem_OfText_NeverRepeatsIt()
    {
        Assert.All(
            ["password: \"s3cret\nb: \"y\"\n", "password: *s3cret\n", "password: @s3cret\n", "password: {s3cret\n", "password: !<s3cret\n"],
            text => Assert.DoesNotContain("s3cret", Texts.ReadProblem(text).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ManyProblems_ListsTheFirst()
    {
        var result = Texts.Read(string.Concat(Enumerable.Repeat("---\na: 'x\n", 500)));
        Assert.Equal(TextLimits.Default.MaxProblems + 1, result.Problems.Count);
        Assert.Equal(ManifestProblemKind.TooLarge, result.Problems[^1].Kind);
    }
}
