using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>Entries are the same however a client escapes them.</summary>
public sealed class SameEntriesTests
{
    private const string Fields = """{"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{".":{},"f:from":{}}}}}""";

    [Theory]
    [InlineData(Fields, true)]
    [InlineData("""{"f:spec":{"f:tags":{"k:{\u0022name\u0022:\u00221\u0022}":{".":{},"f:from":{}}}}}""", true)]
    [InlineData("""{ "f:spec" : {"\u0066:tags":{"k:{\"name\":\"1\"}":{".":{},"f:from":{}}}}}""", true)]
    [InlineData("""{"f:spec":{"f:tags":{"k:{\"name\":\"2\"}":{".":{},"f:from":{}}}}}""", false)]
    [InlineData("""{"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{"f:from":{},".":{}}}}}""", false)]
    [InlineData("""{"f:spec":{"f:tags":{"k:{\"name\":\"1\"}":{".":{},"f:from":{}}}},"f:a":{}}""", false)]
    [InlineData("""{"f:spec":{"f:tags":{"k:\ud800":{".":{},"f:from":{}}}}}""", false)]
    [InlineData("""{"f:spec":{"f:tags":[]}}""", false)]
    public void Fields_AreComparedByWhatTheySay(string fields, bool areSame)
    {
        ValueList<ManagedFieldsEntry> one = [Create(Fields, "m")];

        Assert.Equal(areSame, SameEntries.AreSame(one, [Create(fields, "m")]));
        Assert.Equal(areSame, SameEntries.AreSame([Create(fields, "m")], one));
    }

    [Fact]
    public void OtherManagersAndNumbersOfEntries_AreNotTheSame()
    {
        ValueList<ManagedFieldsEntry> one = [Create(Fields, "m")];

        Assert.False(SameEntries.AreSame(one, [Create(Fields, "n")]));
        Assert.False(SameEntries.AreSame(one, [.. one, .. one]));
        Assert.True(SameEntries.AreSame(default, []));
    }

    private static ManagedFieldsEntry Create(string fields, string manager) => new()
    {
        Manager = manager,
        Operation = "Update",
        ApiVersion = ImageStream.GroupVersion,
        FieldsType = "FieldsV1",
        FieldsV1 = RawJson.Parse(System.Text.Encoding.UTF8.GetBytes(fields)),
    };
}
