using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

public class ScalarReadingsTests
{
    [Theory]
    [InlineData("name: 3.10", "3.1", "\"3.10\"", """{"name":"3.10"}""")]
    [InlineData("name: 1.20", "1.2", "\"1.20\"", """{"name":"1.20"}""")]
    [InlineData("name: 1e3", "1000", "\"1e3\"", """{"name":"1e3"}""")]
    [InlineData("name: 0777", "511", "\"0777\"", """{"name":"0777"}""")]
    [InlineData("name: 0o17", "base", "\"0o17\"", """{"name":"0o17"}""")]
    [InlineData("name: no", "false", "\"no\"", """{"name":"no"}""")]
    [InlineData("name: Y", "true", "\"Y\"", """{"name":"Y"}""")]
    [InlineData("name: 2024-01-01", "date", "\"2024-01-01\"", """{"name":"2024-01-01"}""")]
    [InlineData("name: 1_000", "1000", "\"1_000\"", """{"name":"1_000"}""")]
    [InlineData("name: 12:30:45", "45045", "\"12:30:45\"", """{"name":"12:30:45"}""")]
    [InlineData("name: ~", "null", "\"~\"", """{"name":null}""")]
    [InlineData("name: .inf", "finite", "\".inf\"", """{"name":".inf"}""")]
    [InlineData("name: 9", "number", "\"9\"", """{"name":"9"}""")]
    [InlineData("name: true", "boolean", "\"true\"", """{"name":"true"}""")]
    [InlineData("annotations: {x: 1.10}", "1.1", "\"1.10\"", """{"annotations":{"x":"1.10"}}""")]
    [InlineData("args: [serve, 8080]", "number", "\"8080\"", """{"args":["serve","8080"]}""")]
    [InlineData("paused: yes", "true", "write true", """{"paused":true}""")]
    [InlineData("insecure: off", "false", "write false", """{"insecure":false}""")]
    [InlineData("replicas: 010", "8", "write 8", """{"replicas":8}""")]
    [InlineData("replicas: 1_000", "1000", "write 1000", """{"replicas":1000}""")]
    [InlineData("other: 3.10", "3.1", "\"3.10\"", """{"other":3.10}""")]
    [InlineData("""{"name": 3.10}""", "3.1", "\"3.10\"", """{"name":"3.10"}""")]
    public void Create_Trap_SaysWhatIsReadAndWhatToWrite(string text, string meaning, string advice, string json)
    {
        var tree = Texts.ReadOne(text);
        var readings = ScalarReadings.Create(tree, 0);
        var problem = Assert.Single(readings.Problems);
        Assert.Equal(ManifestProblemKind.AmbiguousScalar, problem.Kind);
        Assert.Contains(meaning, problem.Message, StringComparison.Ordinal);
        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(tree.ToJson(0, readings.Readings)));
    }

    [Theory]
    [InlineData("replicas: 3")]
    [InlineData("other: 8080:8080")]
    [InlineData("other: 1.2")]
    [InlineData("name: '3.10'\nimage: \"no\"")]
    [InlineData("name: !!str 3.10")]
    [InlineData("resources: {limits: {cpu: 0.10, memory: 1e9}}")]
    [InlineData("defaultMode: 0644")]
    [InlineData("defaultMode: 0o644\nreplicas: 0x10")]
    [InlineData("creationTimestamp: 2024-01-01T00:00:00Z\ncreated: 2024-01-01")]
    [InlineData("name: 10.0.0.1\nimage: quay.io/a/b:1.10")]
    [InlineData("paused: true\nname:\nlabels: {a: null, b: x}")]
    [InlineData("name: 1.2.3\nversion: v1.10\nref: 3.x")]
    [InlineData("maxSurge: 25%\nport: 80")]
    [InlineData("name: 99:99:99\nimage: 2024-13\nvalue: nope")]
    public void Create_NoTrap_SaysNothing(string text) =>
        Assert.Empty(ScalarReadings.Create(Texts.ReadOne(text), 0).Problems);

    [Fact]
    public void Create_FileMode_IsReadAsTheClusterReadsIt()
    {
        var tree = Texts.ReadOne("defaultMode: 0644");
        Assert.Equal(ScalarReading.Octal, ScalarReadings.Create(tree, 0).Readings[1]);
        Assert.Equal("""{"defaultMode":420}"""u8, tree.ToJson(0, ScalarReadings.Create(tree, 0).Readings));
    }

    [Theory]
    [InlineData("labels: {y: x}")]
    [InlineData("labels: {1.10: x}")]
    public void Create_KeyThatIsNoText_IsAProblem(string text) =>
        Assert.Single(ScalarReadings.Create(Texts.ReadOne(text), 0).Problems);

    [Theory]
    [InlineData("env: [{name: DB_PASSWORD, value: 3.10}]")]
    [InlineData("generic: {secret: 3.10}")]
    public void Create_Secret_IsNotRepeated(string text)
    {
        var problem = Assert.Single(ScalarReadings.Create(Texts.ReadOne(text), 0).Problems);
        Assert.DoesNotContain("3.1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_PartOfDocument_LooksAtNothingElse()
    {
        var tree = Texts.ReadOne("a: {name: 3.10}\nb: {name: 1.20}\n");
        var problem = Assert.Single(ScalarReadings.Create(tree, tree.FindNode("b")).Problems);
        Assert.Equal((2, 11), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void Create_ManyAliasesOfOneNode_ReportsItOnce()
    {
        var tree = Texts.ReadOne("a: &x {name: 3.10}\nb: *x\nc: *x\nd: {<<: *x, e: 1}\n");
        Assert.Single(ScalarReadings.Create(tree, tree.FindNode("b")).Problems);
        Assert.Single(ScalarReadings.Create(tree, tree.FindNode("d")).Problems);
    }

    [Fact]
    public void ToJson_NodesAsText_KeepTheirCharacters()
    {
        var tree = Texts.ReadOne("a: 3.10\nb: 3.10\nc: yes\n");
        Assert.Equal("""{"a":"3.10","b":3.10,"c":"yes"}"""u8, tree.ToJson(0, [tree.FindNode("a"), tree.FindNode("c")]));
    }
}
