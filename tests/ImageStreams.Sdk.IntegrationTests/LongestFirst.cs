using ImageStreams.IntegrationTests;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.TypeName, LongestFirst.AssemblyName)]

namespace ImageStreams.IntegrationTests;

/// <summary>Begins with the collections that take minutes, each of which runs its tests one after the other: begun last, they would leave one
/// of two cores idle until they end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string TypeName = "ImageStreams.IntegrationTests." + nameof(LongestFirst);
    public const string AssemblyName = "ImageStreams.Sdk.IntegrationTests";

    private static readonly string[] Longest = ["builds", "kubectl", "browser"];

    /// <summary>Orders the long collections first, and leaves the others as they are.</summary>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(GetPlace);

    private static int GetPlace(ITestCollection collection)
    {
        var place = Array.IndexOf(Longest, collection.DisplayName);
        return place < 0 ? Longest.Length : place;
    }
}
