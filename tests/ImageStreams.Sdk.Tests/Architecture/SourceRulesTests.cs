using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageStreams.Tests.Architecture;

/// <summary>The rules of style that no analyzer checks.</summary>
public sealed class SourceRulesTests
{
    private static readonly string[] QuestionWords =
        ["What", "Whether", "How", "Where", "Why", "Who", "Whom", "Whose", "Which", "That"];

    [Fact]
    public void Conditionals_AreNotNested() => Findings.AssertNone(SourceTree.Find<ConditionalExpressionSyntax>()
        .Where(IsNested)
        .Select(node => $"{SourceTree.Describe(node)}: a conditional operator in another one"));

    // `IndexOf` is .NET's own name.
    [Fact]
    public void Methods_AreNotCalledOf() => Findings.AssertNone(SourceTree.Find<SyntaxNode>()
        .Select(GetMethodName)
        .Where(name => name.Text.EndsWith("Of", StringComparison.Ordinal) && !name.Text.EndsWith("IndexOf", StringComparison.Ordinal))
        .Select(name => $"{SourceTree.Describe(name.Parent!)}: {name.Text}"));

    [Fact]
    public void Summaries_DoNotStartWithAQuestionWord() => Findings.AssertNone(SourceTree.Find<XmlElementSyntax>()
        .Where(element => element.StartTag.Name.LocalName.Text == "summary" && QuestionWords.Contains(GetFirstWord(element)))
        .Select(element => $"{SourceTree.Describe(element)}: {GetFirstWord(element)} …"));

    private static bool IsNested(ConditionalExpressionSyntax node) => node.Ancestors()
        .TakeWhile(ancestor => ancestor is ExpressionSyntax and not AnonymousFunctionExpressionSyntax)
        .Any(ancestor => ancestor is ConditionalExpressionSyntax);

    private static SyntaxToken GetMethodName(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        _ => default,
    };

    // Empty where the summary opens with an element, such as a reference to a type.
    private static string GetFirstWord(XmlElementSyntax summary) => summary.Content
        .Select(content => content is XmlTextSyntax text ? GetText(text) : "<")
        .FirstOrDefault(text => text.Length > 0, "")
        .Split(' ', ',')[0];

    private static string GetText(XmlTextSyntax text) => string.Join(' ', text.TextTokens
        .Where(token => token.IsKind(SyntaxKind.XmlTextLiteralToken))
        .Select(token => token.Text.Trim()))
        .Trim();
}
