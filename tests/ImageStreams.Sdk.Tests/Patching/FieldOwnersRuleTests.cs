using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>The rarer rules of owners: objects without owners, kubectl, old managers, and atomic values.</summary>
public sealed class FieldOwnersRuleTests
{
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    private readonly FieldOwnersSample _stream = new();

    [Fact]
    public void Apply_ObjectWithoutOwners_BelongsToBeforeFirstApply()
    {
        var live = FieldOwnersSample.Parse("""{"metadata":{"labels":{"a":"1"}}}""");
        var applied = FieldOwnersSample.Parse("""{"metadata":{"labels":{"b":"1"}}}""");

        var outcome = FieldOwners.Apply(
            live, applied, [], FieldOwnersSample.Writer("alice"), false, _stream.Now, FieldOwnersSample.Schema);

        var entries = Assert.IsType<ApplyOutcome.Applied>(outcome).Entries;
        Assert.Equal(["alice Apply", "before-first-apply Update"], entries.Select(entry => entry.ToString()));
        Assert.Equal("""{"f:metadata":{"f:labels":{".":{},"f:a":{}}}}""", entries[1].FieldsV1.ToString());
    }

    [Fact]
    public void Apply_SeveralConflicts_AreListedByOwner()
    {
        _stream.Update("helm", """{"metadata":{"labels":{"a":"1","b":"1"}}}""");
        _stream.Update("cli", """{"metadata":{"labels":{"a":"1","b":"2"}}}""");

        var outcome = _stream.Apply("alice", """{"metadata":{"labels":{"a":"3","b":"3"}}}""");

        Assert.Equal(
            """
            Apply failed with 2 conflicts: conflicts with "cli" using image.openshift.io/v1:
            - .metadata.labels.b
            conflicts with "helm" using image.openshift.io/v1:
            - .metadata.labels.a
            """.ReplaceLineEndings("\n"),
            Assert.IsType<ApplyOutcome.Conflicted>(outcome).Message);
    }

    [Fact]
    public void Apply_Kubectl_TakesOverWhatWasAppliedByTheClient()
    {
        var last = """{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"labels":{"a":"1"}}}""";
        _stream.Update("kubectl-client-side-apply", "{\"metadata\":{\"labels\":{\"a\":\"1\"},\"annotations\":{\"" + Annotation + "\":" + JsonTexts.Quote(last) + "}}}");

        Assert.IsType<ApplyOutcome.Applied>(_stream.Apply("kubectl", """{"metadata":{"labels":{"a":"2"}}}"""));

        Assert.Equal(
            """{"metadata":{"labels":{"a":"2"}}}""" + "\n", (string?)_stream.Live!["metadata"]!["annotations"]![Annotation]);
    }

    [Fact]
    public void Update_MoreThanTenManagers_MergesTheOldest()
    {
        _stream.Update("m00", """{"metadata":{"labels":{"k00":"1"}}}""");
        for (var i = 1; i < 12; i++)
        {
            var labels = string.Join(',', Enumerable.Range(0, i + 1).Select(label => $"\"k{label:00}\":\"1\""));
            _stream.Update($"m{i:00}", "{\"metadata\":{\"labels\":{" + labels + "}}}");
        }

        Assert.Equal(10, _stream.Entries.Count);
        Assert.Equal(
            """{"f:metadata":{"f:labels":{".":{},"f:k00":{},"f:k01":{},"f:k02":{}}}}""",
            Assert.Single(_stream.Entries, entry => entry.Manager == "ancient-changes").FieldsV1.ToString());
    }

    [Fact]
    public void Apply_Finalizers_AreShared()
    {
        _stream.Apply("alice", """{"metadata":{"finalizers":["x/1","x/2"]}}""");
        _stream.Apply("bob", """{"metadata":{"finalizers":["x/2","x/3"]}}""");
        _stream.Apply("alice", """{"metadata":{"finalizers":["x/1"]}}""");

        Assert.Equal("""["x/1","x/2","x/3"]""", _stream.Live!["metadata"]!["finalizers"]!.ToJsonString());
        Assert.Equal(
            """{"f:metadata":{"f:finalizers":{"v:\"x/1\"":{}}}}""",
            Assert.Single(_stream.Entries, entry => entry.Manager == "alice").FieldsV1.ToString());
    }

    [Theory]
    [InlineData("""{"spec":{"tags":{}}}""", ".spec.tags: expected list, got map")]
    [InlineData("""{"metadata":{"labels":{"a":1}}}""", ".metadata.labels.a: expected string, got number")]
    [InlineData("""{"spec":{"tags":[{"name":"1"},{"name":"1"}]}}""", ".spec.tags: duplicate entries for key [name=\"1\"]")]
    [InlineData("""{"spec":{"tags":[null]}}""", ".spec.tags: element 0: associative list with keys may not have a null element")]
    public void Apply_OtherStructure_IsRejected(string applied, string reason) =>
        Assert.EndsWith(reason, Assert.IsType<ApplyOutcome.Rejected>(_stream.Apply("alice", applied)).Message, StringComparison.Ordinal);
}
