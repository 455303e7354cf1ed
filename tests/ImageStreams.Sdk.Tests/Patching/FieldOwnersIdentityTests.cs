using ImageStreams.Collections;
using ImageStreams.Patching;
using static ImageStreams.Tests.Patching.FieldOwnersSample;

namespace ImageStreams.Tests.Patching;

/// <summary>Entries that stand for the same owner, or have the same meaning.</summary>
public sealed class FieldOwnersIdentityTests
{
    private static readonly Timestamp Now = Timestamp.Parse("2026-01-01T00:00:00Z");

    [Fact]
    public void Choose_SameFieldsInOtherEscapes_AreThoseOfTheObject()
    {
        ValueList<ManagedFieldsEntry> live = [Entry("cli", """{"f:metadata":{"f:labels":{"f:\u00e9":{}}}}""")];
        ValueList<ManagedFieldsEntry> sent = [Entry("cli", """{"f:metadata":{"f:labels":{"f:é":{}}}}""")];

        Assert.NotEqual(live, sent);
        Assert.Equal(live, FieldOwners.Choose(live, sent, Writer("cli")));
    }

    [Fact]
    public void Choose_TwoEntriesOfOneOwner_KeepsTheLast()
    {
        ValueList<ManagedFieldsEntry> sent =
        [
            Entry("cli", """{"f:metadata":{"f:labels":{"f:a":{}}}}"""),
            Entry("helm", """{"f:metadata":{"f:labels":{"f:c":{}}}}"""),
            Entry("cli", """{"f:metadata":{"f:labels":{"f:b":{}}}}"""),
        ];

        var chosen = FieldOwners.Choose([], sent, Writer("cli"));

        Assert.Equal(
            ["""cli {"f:metadata":{"f:labels":{"f:b":{}}}}""", """helm {"f:metadata":{"f:labels":{"f:c":{}}}}"""],
            chosen.Select(entry => $"{entry.Manager} {entry.FieldsV1}"));
    }

    [Fact]
    public void Update_ByAWriterWithoutAName_IsOneOwner()
    {
        var stream = new FieldOwnersSample();

        stream.Update("", """{"metadata":{"labels":{"a":"1"}}}""").Update("", """{"metadata":{"labels":{"a":"1","b":"1"}}}""");

        Assert.Equal("""unknown Update {"f:metadata":{"f:labels":{".":{},"f:a":{},"f:b":{}}}}""", Assert.Single(stream.Owners()));
    }

    [Fact]
    public void Apply_InAnotherVersion_IsTheSameOwner()
    {
        ValueList<ManagedFieldsEntry> entries =
            [Entry("alice", """{"f:metadata":{"f:labels":{"f:a":{}}}}""") with { Operation = "Apply", ApiVersion = "v1" }];

        var outcome = FieldOwners.Apply(
            Parse("""{"metadata":{"labels":{"a":"1"}}}"""), Parse("{}"), entries, Writer("alice"), false, Now, Schema);

        var applied = Assert.IsType<ApplyOutcome.Applied>(outcome);
        Assert.Empty(applied.Entries);
        Assert.Null(applied.Object["metadata"]?["labels"]);
    }

    [Theory]
    [InlineData("""{"apiVersion":"image.openshift.io/v1","metadata":{"labels":{"a":"0"}},"metadata":{"labels":{"a":"1"}}}""", true)]
    [InlineData("""{"apiVersion":"image.openshift.io/v1","metadata":""", false)]
    public void Apply_ByKubectl_ReadsWhatItAppliedBefore(string last, bool isTakenOver)
    {
        var stream = new FieldOwnersSample();
        var annotation = System.Text.Json.JsonSerializer.Serialize(last);
        stream.Update("cli", $$$"""
            {"metadata":{"labels":{"a":"1"},"annotations":{"kubectl.kubernetes.io/last-applied-configuration":{{{annotation}}} } } }
            """);

        var outcome = stream.Apply("kubectl", """{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"labels":{"a":"2"}}}""");

        Assert.Equal(isTakenOver, outcome is ApplyOutcome.Applied);
    }

    private static ManagedFieldsEntry Entry(string manager, string fields) => new()
    {
        Manager = manager,
        Operation = "Update",
        ApiVersion = "image.openshift.io/v1",
        FieldsType = "FieldsV1",
        FieldsV1 = RawJson.Parse(fields),
    };
}
