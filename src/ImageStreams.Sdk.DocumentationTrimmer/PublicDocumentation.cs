using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ImageStreams.DocumentationTrimmer;

/// <summary>The part of an assembly's XML documentation that its users can see.</summary>
internal sealed class PublicDocumentation
{
    private readonly Compilation _compilation;

    public PublicDocumentation(string assembly, IEnumerable<string> references) => _compilation = CSharpCompilation.Create(
        assemblyName: null,
        references: references.Prepend(assembly).Select(path => MetadataReference.CreateFromFile(path)));

    /// <summary>Removes the members that are not public from a documentation file.</summary>
    public void Trim(string path)
    {
        var document = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        foreach (var member in document.Descendants("member").Where(member => !IsVisible((string?)member.Attribute("name"))).ToList())
        {
            Remove(member);
        }

        using var writer = new StreamWriter(path);
        document.Save(writer, SaveOptions.DisableFormatting);
    }

    private static void Remove(XElement member)
    {
        if (member.PreviousNode is XText indentation)
        {
            indentation.Remove();
        }

        member.Remove();
    }

    private bool IsVisible(string? id) =>
        id is not null
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation) is { } symbol
        && IsVisible(symbol);

    private static bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
