using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>The laws of owners: what holds for all objects and all orders of writes.</summary>
public class FieldOwnersLawTests
{
    [Property(Replay = "2026,1901", MaxTest = 300)]
    public void Apply_Twice_ChangesNothing(int seed)
    {
        var random = new RandomStreams(seed);
        var stream = CreateWritten(random);
        var applied = random.Create().ToJsonString();
        stream.Apply("alice", applied, force: true);
        var (live, entries) = (stream.Live!.ToJsonString(), stream.Entries);
        stream.Now = Timestamp.Parse("2027-01-01T00:00:00Z");

        var again = Assert.IsType<ApplyOutcome.Applied>(stream.Apply("alice", applied));

        Assert.False(again.ChangesObject);
        Assert.Equal(live, stream.Live!.ToJsonString());
        Assert.Equal(entries, stream.Entries);
    }

    [Property(Replay = "2026,1903", MaxTest = 300)]
    public void Apply_DisjointAppliers_Commute(int seed)
    {
        var random = new RandomStreams(seed);
        var (a, b) = (random.Create("a").ToJsonString(), random.Create("b").ToJsonString());
        var (one, other) = (new FieldOwnersSample(), new FieldOwnersSample());
        one.Apply("alice", a);
        Assert.IsType<ApplyOutcome.Applied>(one.Apply("bob", b));
        other.Apply("bob", b);
        Assert.IsType<ApplyOutcome.Applied>(other.Apply("alice", a));

        Assert.Equal(Sort(one.Live), Sort(other.Live));
        Assert.Equal(one.Owners().Order(StringComparer.Ordinal), other.Owners().Order(StringComparer.Ordinal));
    }

    [Property(Replay = "2026,1905", MaxTest = 300)]
    public void Apply_Force_LeavesNoOtherOwnerOfChangedFields(int seed)
    {
        var random = new RandomStreams(seed);
        var stream = CreateWritten(random);
        var applied = random.Create().ToJsonString();
        if (stream.Apply("carl", applied) is not ApplyOutcome.Conflicted conflicted)
        {
            return;
        }

        stream.Apply("carl", applied, force: true);

        Assert.All(conflicted.Conflicts, conflict => Assert.DoesNotContain(
            GetOwners(stream, conflict.Field), owner => owner != "carl"));
        Assert.Contains(stream.Entries, entry => entry.Manager == "carl");
    }

    [Property(Replay = "2026,1907", MaxTest = 300)]
    public void Apply_Empty_RemovesWhatOnlyTheApplierHad(int seed)
    {
        var random = new RandomStreams(seed);
        var stream = new FieldOwnersSample();
        stream.Apply("alice", random.Create("a").ToJsonString());
        var before = Sort(Complete(stream.Live!));
        stream.Apply("bob", random.Create("b").ToJsonString());

        stream.Apply("bob", "{}");

        Assert.Equal(before, Sort(Complete(stream.Live!)));
        Assert.DoesNotContain(stream.Entries, entry => entry.Manager == "bob");
    }

    [Property(Replay = "2026,1909", MaxTest = 300)]
    public void Update_SameObject_ChangesNothing(int seed)
    {
        var random = new RandomStreams(seed);
        var stream = CreateWritten(random);
        var entries = stream.Entries;

        Assert.Equal(entries, stream.Update("someone", stream.Live!.ToJsonString()).Entries);
    }

    private static FieldOwnersSample CreateWritten(RandomStreams random)
    {
        var stream = new FieldOwnersSample().Update("setup", random.Create().ToJsonString());
        for (var i = 0; i < 4; i++)
        {
            var (manager, json) = ($"writer{random.Next(3)}", random.Create().ToJsonString());
            if (random.Next(2) == 0)
            {
                stream.Apply(manager, json, force: true);
            }
            else
            {
                stream.Update(manager, json);
            }
        }

        return stream;
    }

    private static IEnumerable<string?> GetOwners(FieldOwnersSample stream, string field) => stream.Entries
        .Where(entry => FieldSet.TryParse(entry.FieldsV1, out var fields) && fields.GetPaths().Contains(field))
        .Select(entry => entry.Manager);

    /// <summary>The object with the fields that a server always writes.</summary>
    private static JsonObject Complete(JsonObject stream) => StructuredMerge.Merge(
        FieldOwnersSample.Schema.Root, ZeroObjects.Create(FieldOwnersSample.Schema.Root), stream);

    /// <summary>The object with its members and tags in one order, without values that a new one has.</summary>
    private static string Sort(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members
            .Select(member => (member.Key, Text: Sort(member.Value)))
            .Where(member => member.Text is not ("{}" or "[]"))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}:{member.Text}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Sort).Order(StringComparer.Ordinal))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
