using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>The owners of an image stream's fields, after the rules that were recorded from a real server.</summary>
public sealed class FieldOwnersTests
{
    private const string OneTag = """{"spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"r.example/app:1"}}]}}""";
    private const string OtherImage = """{"spec":{"tags":[{"name":"1","from":{"kind":"DockerImage","name":"r.example/app:2"}}]}}""";

    private readonly FieldOwnersSample _stream = new();

    [Fact]
    public void Apply_NoObject_CreatesItAndOwnsWhatIsSent()
    {
        var outcome = Assert.IsType<ApplyOutcome.Applied>(_stream.Apply("alice", OneTag));

        Assert.True(outcome.ChangesObject);
        Assert.Equal(
            """alice Apply {"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{".":{},"f:from":{},"f:name":{}}}}}""",
            Assert.Single(_stream.Owners()));
    }

    [Fact]
    public void Apply_SameValue_IsShared()
    {
        _stream.Apply("alice", OneTag);
        var outcome = Assert.IsType<ApplyOutcome.Applied>(_stream.Apply("bob", OneTag));

        Assert.False(outcome.ChangesObject);
        Assert.Equal(["bob", "alice"], _stream.Entries.Select(entry => entry.Manager));
        Assert.Null(_stream.Entries[0].Time);
    }

    [Fact]
    public void Apply_OtherValue_Conflicts()
    {
        _stream.Apply("alice", OneTag);
        var outcome = Assert.IsType<ApplyOutcome.Conflicted>(_stream.Apply("bob", OtherImage));

        Assert.Equal("""Apply failed with 1 conflict: conflict with "alice": .spec.tags[name="1"].from""", outcome.Message);
        Assert.Equal("conflict with \"alice\"", Assert.Single(outcome.Conflicts).Message);
    }

    [Fact]
    public void Apply_Force_TakesTheFieldOver()
    {
        _stream.Apply("alice", OneTag);
        _stream.Apply("bob", OtherImage, force: true);

        Assert.Equal(
            [
                """alice Apply {"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{".":{},"f:name":{}}}}}""",
                """bob Apply {"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{".":{},"f:from":{},"f:name":{}}}}}""",
            ],
            _stream.Owners());
    }

    [Fact]
    public void Apply_WithoutAField_RemovesItUnlessAnotherWantsIt()
    {
        _stream.Apply("alice", OneTag);
        _stream.Apply("bob", OneTag);
        _stream.Apply("alice", """{"spec":{}}""");
        Assert.Contains("r.example/app:1", _stream.Spec(), StringComparison.Ordinal);

        _stream.Apply("bob", """{"spec":{}}""");
        Assert.Equal("""{"lookupPolicy":{"local":false}}""", _stream.Spec());
    }

    [Fact]
    public void Update_NewObject_OwnsItsFieldsAndParents()
    {
        _stream.Update("cli", """{"metadata":{"name":"app","labels":{"a":"1"}},"spec":{"lookupPolicy":{"local":false}},"status":{"dockerImageRepository":""}}""");

        Assert.Equal("""cli Update {"f:metadata":{"f:labels":{".":{},"f:a":{}}}}""", Assert.Single(_stream.Owners()));
    }

    [Fact]
    public void Update_OtherWriter_TakesChangedFieldsOnly()
    {
        _stream.Update("cli", """{"metadata":{"labels":{"a":"1","b":"1"}}}""");
        _stream.Update("helm", """{"metadata":{"labels":{"a":"2","b":"1"}}}""");

        Assert.Equal(
            [
                """cli Update {"f:metadata":{"f:labels":{".":{},"f:b":{}}}}""",
                """helm Update {"f:metadata":{"f:labels":{"f:a":{}}}}""",
            ],
            _stream.Owners());
    }

    [Fact]
    public void Update_ObjectWithoutOwners_StaysWithout()
    {
        var live = FieldOwnersSample.Parse("""{"metadata":{"labels":{"a":"1"}}}""");
        var next = FieldOwnersSample.Parse("""{"metadata":{"labels":{"a":"2"}}}""");

        Assert.Empty(FieldOwners.Update(live, next, [], FieldOwnersSample.Writer("cli"), _stream.Now, FieldOwnersSample.Schema));
    }

    [Fact]
    public void Apply_AfterUpdateOfTheSameName_ConflictsWithItself()
    {
        _stream.Update("alice", OneTag);
        var outcome = Assert.IsType<ApplyOutcome.Conflicted>(_stream.Apply("alice", OtherImage));

        Assert.Equal(
            """Apply failed with 1 conflict: conflict with "alice" using image.openshift.io/v1: .spec.tags[name="1"].from""",
            outcome.Message);
    }

    [Fact]
    public void Apply_UnknownField_IsRejected()
    {
        var outcome = Assert.IsType<ApplyOutcome.Rejected>(_stream.Apply("alice", """{"metadata":{"name":"app"},"spec":{"bogus":1}}"""));

        Assert.Equal(
            "failed to create typed patch object (/app; image.openshift.io/v1, Kind=ImageStream): .spec.bogus: field not declared in schema",
            outcome.Message);
    }
}
