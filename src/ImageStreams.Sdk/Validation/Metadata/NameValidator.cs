using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Finds the problems of the name of an object; each kind of object has its own rule.</summary>
/// <param name="name">The name.</param>
/// <param name="isPrefix">True when a server appends characters to make the name unique (<c>generateName</c>).</param>
/// <returns>One sentence for each problem; empty when the name is valid.</returns>
internal delegate ValueList<string> NameValidator(string name, bool isPrefix);
