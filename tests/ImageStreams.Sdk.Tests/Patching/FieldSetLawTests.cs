using FsCheck.Xunit;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>The laws of sets of fields.</summary>
public class FieldSetLawTests
{
    [Property(Replay = "2026,1911", MaxTest = 300)]
    public void Text_ReadAndWritten_IsTheSame(int seed)
    {
        var set = CreateSet(new RandomStreams(seed));

        Assert.True(FieldSet.TryParse(set.ToFieldsV1(), out var read));
        Assert.Equal(set, read);
        Assert.Equal(set.ToString(), read.ToString());
        Assert.Equal(set.GetPaths(), read.GetPaths());
    }

    [Property(Replay = "2026,1913", MaxTest = 300)]
    public void Operations_OfThreeSets_FollowTheLawsOfSets(int seed)
    {
        var random = new RandomStreams(seed);
        var (a, b, c) = (CreateSet(random), CreateSet(random), CreateSet(random));

        Assert.Equal(a.Union(b), b.Union(a));
        Assert.Equal(a.Union(b).Union(c), a.Union(b.Union(c)));
        Assert.Equal(a.Intersection(b), b.Intersection(a));
        Assert.Equal(a.Difference(b.Union(c)), a.Difference(b).Difference(c));
        Assert.Equal(a, a.Difference(b).Union(a.Intersection(b)));
        Assert.True(a.Difference(b).Intersection(b).IsEmpty);
        Assert.True(a.Difference(a).IsEmpty);
    }

    [Property(Replay = "2026,1917", MaxTest = 300)]
    public void FromStored_InOperations_IsTheParsedSet(int seed)
    {
        var random = new RandomStreams(seed);
        var (set, other) = (CreateSet(random), CreateSet(random));
        var text = set.ToFieldsV1();

        Assert.Equal(set.Union(other).ToString(), FieldSet.FromStored(text).Union(other).ToString());
        Assert.Equal(set.Union(other).ToString(), other.Union(FieldSet.FromStored(text)).ToString());
        Assert.Equal(set.Difference(other).ToString(), FieldSet.FromStored(text).Difference(other).ToString());
        Assert.Equal(other.Difference(set), other.Difference(FieldSet.FromStored(text)));
        Assert.Equal(set.Intersection(other).ToString(), FieldSet.FromStored(text).Intersection(other).ToString());
        Assert.Equal(set.GetPaths(), FieldSet.FromStored(text).GetPaths());
        Assert.Equal(set, FieldSet.FromStored(text));
        Assert.Equal(set.IsEmpty, FieldSet.FromStored(text).IsEmpty);
    }

    private static FieldSet CreateSet(RandomStreams random) =>
        FieldSetBuilder.Create(FieldOwnersSample.Schema.Root, random.Create());
}
