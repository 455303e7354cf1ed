using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>What is wrong with the name of an object; each kind of object has its own rule.</summary>
/// <param name="name">The name.</param>
/// <param name="isPrefix">Whether the server will append something to make it unique (<c>generateName</c>).</param>
/// <returns>One sentence for each problem; empty when the name is good.</returns>
internal delegate ValueList<string> NameValidator(string name, bool isPrefix);
