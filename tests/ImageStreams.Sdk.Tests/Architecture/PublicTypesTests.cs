using System.Text.RegularExpressions;
using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Architecture;

/// <summary>The rules of the public types of all packages.</summary>
public sealed partial class PublicTypesTests
{
    [Fact]
    public void PublicTypes_SimpleNames_AreUnique() => Findings.AssertNone(PublicTypes.TopLevel
        .GroupBy(type => type.Name)
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(" and ", group.Select(type => type.FullName))));

    [Fact]
    public void PublicTypes_Classes_AreSealedStaticOrAbstract() => Findings.AssertNone(PublicTypes.Assemblies
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
        .Select(type => $"{type.FullName} is open to inheritance"));

    [Fact]
    public void PublicTypes_EachOne_IsReachableFromThePages()
    {
        var words = Repository.Pages.SelectMany(page => Word().Matches(Repository.Read(page)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        var reached = Reach(PublicTypes.TopLevel.Where(type => words.Contains(PublicTypes.GetSimpleName(type))));

        Findings.AssertNone(PublicTypes.TopLevel
            .Where(type => !reached.Contains(type))
            .Select(type => $"{type.FullName} is on no page, and no type on a page shows it"));
    }

    private static HashSet<Type> Reach(IEnumerable<Type> named)
    {
        var waiting = new Queue<Type>(named);
        var reached = waiting.ToHashSet();
        while (waiting.TryDequeue(out var type))
        {
            foreach (var shown in PublicTypes.GetShownTypes(type).Where(reached.Add))
            {
                waiting.Enqueue(shown);
            }
        }

        return reached;
    }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
